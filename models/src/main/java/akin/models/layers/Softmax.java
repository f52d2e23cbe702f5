package akin.models.layers;

import akin.models.kernel.Scalars;

/** {@code p_i = exp(x_i) / Σ exp(x_k)}, and its loss. */
public final class Softmax {
    private Softmax() {}

    /**
     * Replaces logits by probabilities. Negative infinity has none, if another logit is above it.
     *
     * @return the logarithm of {@code Σ exp(x_k)}
     */
    public static double apply(float[] x, int at, int n) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = at; i < at + n; i++) {
            most = Math.max(most, x[i]);
        }
        double sum = 0;
        for (int i = at; i < at + n; i++) {
            x[i] = (float) Scalars.exp(x[i] - most);
            sum += x[i];
        }
        for (int i = at; i < at + n; i++) {
            x[i] /= (float) sum;
        }
        return most + StrictMath.log(sum);
    }

    /**
     * Replaces logits by the derivatives of the cross-entropy {@code -log p_target} by them.
     *
     * @return the cross-entropy
     */
    public static double crossEntropy(float[] x, int at, int n, int target) {
        float ofTarget = x[at + target];
        double loss = apply(x, at, n) - ofTarget;
        x[at + target] -= 1;
        return loss;
    }
}

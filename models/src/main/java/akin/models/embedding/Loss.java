package akin.models.embedding;

import akin.models.kernel.Scalars;

/** What a model is trained to make small: a function of the logits of one positive and several negative items. */
public enum Loss {
    /** {@code -log(exp(x0) / Σ exp(xk))}: the positive against the negatives (formula 8 of the personalized paper). */
    SOFTMAX {
        @Override
        double differentiate(float[] logits, int n) {
            float most = logits[0];
            for (int k = 1; k < n; k++) {
                most = Math.max(most, logits[k]);
            }
            double sum = 0;
            float first = logits[0];
            for (int k = 0; k < n; k++) {
                logits[k] = (float) Scalars.exp(logits[k] - most);
                sum += logits[k];
            }
            for (int k = 0; k < n; k++) {
                logits[k] /= (float) sum;
            }
            logits[0] -= 1;
            return StrictMath.log(sum) + most - first;
        }
    },
    /** {@code -log σ(x0) - Σ log(1 - σ(xk))}: each item is shown or not (formula 5). */
    BINARY {
        @Override
        double differentiate(float[] logits, int n) {
            double loss = Scalars.softplus(-logits[0]);
            logits[0] = Scalars.sigmoid(logits[0]) - 1;
            for (int k = 1; k < n; k++) {
                loss += Scalars.softplus(logits[k]);
                logits[k] = Scalars.sigmoid(logits[k]);
            }
            return loss;
        }
    },
    /** {@code -Σ log σ(x0 - xk)}: the positive above each negative [Rendle et al., BPR, UAI 2009]. */
    PAIRWISE {
        @Override
        double differentiate(float[] logits, int n) {
            double loss = 0;
            float first = logits[0];
            logits[0] = 0;
            for (int k = 1; k < n; k++) {
                loss += Scalars.softplus(logits[k] - first);
                logits[k] = Scalars.sigmoid(logits[k] - first);
                logits[0] -= logits[k];
            }
            return loss;
        }
    };

    /**
     * Replaces logits by the loss's derivatives by them, and gives the loss.
     *
     * @param logits that of the positive first; negative infinity takes an item out
     * @param n how many logits there are
     */
    abstract double differentiate(float[] logits, int n);
}

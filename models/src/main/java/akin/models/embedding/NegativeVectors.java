package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;

/**
 * The vectors of a batch's negatives side by side. What each is to be moved by is only noted pair by pair, and summed at the
 * end: then the sum stays in registers.
 */
final class NegativeVectors {
    private final Matrix vectors = new Matrix();
    /** A row per pair: the vector that met negatives. */
    private final Matrix inputs = new Matrix();

    private final float[] biases;
    private final float[] biasGradients;
    private final float[] gradient;
    /** Of each negative, how many pairs it met; which and with what derivative stands from {@code k inputs.rows()} on. */
    private final int[] met;

    private int[] pairs = new int[0];
    private float[] derivatives = new float[0];
    private int nextPair;
    private Negatives negatives;

    NegativeVectors(EmbeddingSettings settings) {
        biases = new float[settings.negatives()];
        biasGradients = new float[settings.negatives()];
        met = new int[settings.negatives()];
        gradient = new float[settings.dimensions()];
    }

    /**
     * Takes the vectors of those drawn.
     *
     * @param mostPairs of this batch
     */
    void take(Negatives drawn, BatchRows table, int mostPairs) {
        negatives = drawn;
        vectors.resize(drawn.size(), gradient.length);
        inputs.resize(mostPairs, gradient.length);
        if (pairs.length < drawn.size() * mostPairs) {
            pairs = new int[drawn.size() * mostPairs];
            derivatives = new float[pairs.length];
        }
        for (int k = 0; k < drawn.size(); k++) {
            int place = table.take(drawn.slot(k));
            System.arraycopy(
                    table.vectors(), table.offset(place), vectors.values(), vectors.offset(k), gradient.length);
            biases[k] = table.bias(place);
        }
        Arrays.fill(met, 0);
        Arrays.fill(biasGradients, 0);
        nextPair = 0;
    }

    int size() {
        return negatives.size();
    }

    int slot(int k) {
        return negatives.slot(k);
    }

    /** Its product with a vector, plus its bias. */
    float logit(int k, float[] x, int offset) {
        return Kernels.dot(vectors.values(), vectors.offset(k), x, offset, vectors.columns()) + biases[k];
    }

    /**
     * Takes the next pair: x, and {@code n} negatives it met.
     *
     * @param by the loss's derivatives by their logits
     * @param gradient that by x is added to it
     */
    void differentiate(int[] ks, float[] by, int n, float[] x, int offset, float[] gradient) {
        Kernels.addRows(by, ks, 0, n, vectors, gradient, 0);
        System.arraycopy(x, offset, inputs.values(), inputs.offset(nextPair), inputs.columns());
        for (int i = 0; i < n; i++) {
            int k = ks[i];
            int at = k * inputs.rows() + met[k]++;
            pairs[at] = nextPair;
            derivatives[at] = by[i];
            biasGradients[k] += by[i];
        }
        nextPair++;
    }

    /** Adds the gradients by the negatives up by row. */
    void addTo(BatchRows table) {
        for (int k = 0; k < size(); k++) {
            Arrays.fill(gradient, 0);
            Kernels.addRows(derivatives, pairs, k * inputs.rows(), met[k], inputs, gradient, 0);
            table.gradients().addAt(table.take(slot(k)), gradient, biasGradients[k]);
        }
    }
}

package akin.models.embedding;

import akin.models.kernel.Kernels;
import java.util.Arrays;

/** The vectors of a batch's negatives side by side, and the gradient by them. */
final class NegativeVectors {
    private final int dimensions;
    private final float[] vectors;
    private final float[] biases;
    private final float[] gradients;
    private final float[] biasGradients;
    private Negatives negatives;

    NegativeVectors(EmbeddingSettings settings) {
        dimensions = settings.dimensions();
        vectors = new float[settings.negatives() * dimensions];
        gradients = new float[settings.negatives() * dimensions];
        biases = new float[settings.negatives()];
        biasGradients = new float[settings.negatives()];
    }

    /** Takes the vectors as they are now. */
    void take(Negatives drawn, Embeddings table) {
        negatives = drawn;
        for (int k = 0; k < drawn.size(); k++) {
            int row = drawn.row(k);
            table.start(row);
            System.arraycopy(table.page(row), table.offset(row), vectors, k * dimensions, dimensions);
            biases[k] = table.bias(row);
        }
        Arrays.fill(gradients, 0);
        Arrays.fill(biasGradients, 0);
    }

    int size() {
        return negatives.size();
    }

    int row(int k) {
        return negatives.row(k);
    }

    float bias(int k) {
        return biases[k];
    }

    float dot(int k, float[] x, int offset) {
        return Kernels.dot(vectors, k * dimensions, x, offset, dimensions);
    }

    /** Adds {@code derivative} times the negative to {@code xGradient}, and times x to the negative's gradient. */
    void differentiate(int k, float derivative, float[] x, int offset, float[] xGradient) {
        Kernels.axpy(derivative, vectors, k * dimensions, xGradient, 0, dimensions);
        Kernels.axpy(derivative, x, offset, gradients, k * dimensions, dimensions);
        biasGradients[k] += derivative;
    }

    /** Adds the gradients up by row. */
    void addTo(Gradients sums, boolean withBias) {
        for (int k = 0; k < size(); k++) {
            sums.add(row(k), gradients, k * dimensions, withBias ? biasGradients[k] : 0);
        }
    }
}

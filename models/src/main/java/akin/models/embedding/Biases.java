package akin.models.embedding;

import akin.models.kernel.Matrix;

/** What an item's score has to start with, whoever the shopper is. */
interface Biases {
    /** Every bias is 0, and nothing is learned. */
    Biases NONE = new None();

    /** Returns the biases of a table, which are learned. */
    static Biases of(Embeddings table) {
        return new OfTable(table);
    }

    float get(int slot);

    /** Adds the gradient by an item's bias up. */
    void addGradient(int slot, float derivative, Gradients sums);

    /**
     * Adds the gradients by the biases of a batch's negatives up.
     *
     * @param derivatives of the loss: a row per example, a column per negative
     */
    void addGradients(UnitNegatives negatives, Matrix derivatives, Gradients sums);

    /** No biases. */
    final class None implements Biases {
        private None() {}

        @Override
        public float get(int slot) {
            return 0;
        }

        @Override
        public void addGradient(int slot, float derivative, Gradients sums) {}

        @Override
        public void addGradients(UnitNegatives negatives, Matrix derivatives, Gradients sums) {}
    }

    /** Those that lie in a table behind the vectors. */
    record OfTable(Embeddings table) implements Biases {
        @Override
        public float get(int slot) {
            return table.bias(slot);
        }

        @Override
        public void addGradient(int slot, float derivative, Gradients sums) {
            sums.addBias(slot, derivative);
        }

        @Override
        public void addGradients(UnitNegatives negatives, Matrix derivatives, Gradients sums) {
            for (int k = 0; k < negatives.size(); k++) {
                float sum = 0;
                for (int example = 0; example < derivatives.rows(); example++) {
                    sum += derivatives.values()[derivatives.offset(example) + k];
                }
                sums.addBias(negatives.slot(k), sum);
            }
        }
    }
}

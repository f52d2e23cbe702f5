package akin.models.embedding;

/** How much each position of a window counts, 0 the newest. */
interface WindowWeights {
    /** Every position counts alike, and nothing is learned. */
    WindowWeights EVEN = new Even();

    float get(int position);

    /**
     * Adds to the gradient of a position's weight.
     *
     * @param bySum the gradient by the window's weighted sum, from {@code at} on
     * @param slot of the item at that position
     */
    void addGradient(int position, float[] bySum, int at, Embeddings history, int slot);

    /** Takes one step, after which the gradient is zero again; returns false when it was not finite and nothing was done. */
    boolean step();

    /** Takes over the weights of a model of the same kind under other settings. */
    void adopt(WindowWeights other);

    /** All weights are one. */
    final class Even implements WindowWeights {
        private Even() {}

        @Override
        public float get(int position) {
            return 1;
        }

        @Override
        public void addGradient(int position, float[] bySum, int at, Embeddings history, int slot) {}

        @Override
        public boolean step() {
            return true;
        }

        @Override
        public void adopt(WindowWeights other) {}
    }
}

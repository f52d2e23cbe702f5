package akin.similar.longtail;

/**
 * What items are ranked for.
 *
 * @param user -1 for the item that is looked at alone
 * @param newest items taken, the oldest first
 */
record Query(int user, int[] newest) {
    /** Told what a query is about, the newest item first. */
    @FunctionalInterface
    interface Visitor {
        void visit(int item, float weight);
    }

    void visit(Recency recency, Visitor visitor) {
        double weight = 1;
        for (int i = newest.length - 1; i >= Math.max(0, newest.length - recency.most()); i--) {
            visitor.visit(newest[i], (float) weight);
            weight *= recency.decay();
        }
    }
}

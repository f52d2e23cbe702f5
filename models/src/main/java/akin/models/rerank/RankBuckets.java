package akin.models.rerank;

/** Ranks that share an embedding: absent, each of the first ten, then more and more together. */
final class RankBuckets {
    static final int COUNT = 16;

    private static final int[] LAST = {10, 15, 20, 30, 50};

    private RankBuckets() {}

    /**
     * @param rank 1 the best, 0 when the source didn't name the candidate
     */
    static int of(int rank) {
        if (rank <= LAST[0]) {
            return rank;
        }
        int bucket = LAST[0] + 1;
        for (int i = 1; i < LAST.length && rank > LAST[i]; i++) {
            bucket++;
        }
        return bucket;
    }
}

package akin.models.ranking;

/**
 * Scores candidates for a shopper at an anchor; higher is better, 0 says that nothing is known. Changes nothing that is
 * remembered. Rankers of one component may share scratch memory: they are asked one after another.
 */
public interface Ranker {
    /** Most items that speak for a candidate. */
    int MOST_REASONS = 3;

    /** The name in configuration and reports; never given to another ranker. */
    String name();

    /**
     * Scores every candidate.
     *
     * @param candidates best first by the first stage when this is the second one; in no order else
     * @param scores filled up to {@code candidates.size()}
     */
    void score(Query query, Candidates candidates, float[] scores);

    /** Returns true when candidates are scored by what their pool says of them, so that nothing outside of a pool has a score. */
    default boolean needsPool() {
        return false;
    }

    /**
     * Finds the items of the window that speak for a candidate, where the ranker can tell.
     *
     * @param into takes their rows, the strongest first
     * @return how many
     */
    default int because(Query query, int candidate, int[] into) {
        return 0;
    }
}

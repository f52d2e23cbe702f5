package akin.models.ranking;

import akin.models.candidates.Candidates;

/** Scores candidates for a shopper at an anchor; higher is better, 0 says that nothing is known. Changes nothing that is remembered. */
public interface Ranker {
    /** The name in configuration and reports. */
    String name();

    /**
     * Scores every candidate.
     *
     * @param scores filled up to {@code candidates.size()}
     */
    void score(Query query, Candidates candidates, float[] scores);

    /** Most items that speak for a candidate. */
    int MOST_REASONS = 3;

    /**
     * The items of the window that speak for a candidate, where the ranker can tell.
     *
     * @param into takes their rows, the strongest first
     * @return how many
     */
    default int because(Query query, int candidate, int[] into) {
        return 0;
    }
}

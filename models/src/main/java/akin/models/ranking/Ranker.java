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
}

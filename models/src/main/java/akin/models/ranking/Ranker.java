package akin.models.ranking;

import akin.models.candidates.Candidates;

/** Scores candidates for an anchor; higher is better, 0 says that nothing is known. Changes nothing that is remembered. */
public interface Ranker {
    /** The name in configuration and reports. */
    String name();

    /**
     * Scores every candidate.
     *
     * @param anchor the anchor's row, 0 when unknown
     * @param scores filled up to {@code candidates.size()}
     */
    void score(int anchor, Candidates candidates, float[] scores);
}

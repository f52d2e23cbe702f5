package akin.models.embedding;

import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;

/**
 * Adds to a ranker's scores a multiple of the cosine of co-visits with the anchor. A first visit counts at once there,
 * where a vector moves by many small steps.
 */
final class WithCovisits implements Ranker {
    private final Ranker ranker;
    private final Ranker covisits;
    private final float weight;
    private float[] cosines = new float[256];

    WithCovisits(Ranker ranker, Ranker covisits, double weight) {
        this.ranker = ranker;
        this.covisits = covisits;
        this.weight = (float) weight;
    }

    @Override
    public String name() {
        return ranker.name();
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        if (cosines.length < candidates.size()) {
            cosines = new float[candidates.size()];
        }
        ranker.score(query, candidates, scores);
        covisits.score(query, candidates, cosines);
        for (int i = 0; i < candidates.size(); i++) {
            scores[i] += weight * cosines[i];
        }
    }

    @Override
    public boolean needsPool() {
        return ranker.needsPool();
    }

    @Override
    public int because(Query query, int candidate, int[] into) {
        return ranker.because(query, candidate, into);
    }
}

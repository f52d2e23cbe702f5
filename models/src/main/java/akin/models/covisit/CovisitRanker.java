package akin.models.covisit;

import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;

/**
 * Scores by {@code sim = α Csim + (1 - α) Fsim} (formula 3 of the personalized-similar-products paper).
 *
 * @param similarity what Csim is
 * @param alpha share of co-visit similarity
 */
record CovisitRanker(String name, Similarity similarity, PairFigures pairs, double alpha) implements Ranker {
    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        pairs.take(query, candidates);
        for (int i = 0; i < candidates.size(); i++) {
            float both = pairs.count(i);
            float csim = both == 0 ? 0 : similarity.of(both, pairs.anchorTotal(), pairs.total(i));
            scores[i] = (float) (alpha * csim + (1 - alpha) * pairs.attributes(i));
        }
    }
}

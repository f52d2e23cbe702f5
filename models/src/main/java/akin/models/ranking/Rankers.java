package akin.models.ranking;

import akin.models.candidates.Candidates;
import akin.models.covisit.Covisits;
import akin.models.covisit.Similarity;
import java.util.List;

/** The rankers, in the order in which reports show them. */
public final class Rankers {
    /** Names of all rankers. */
    public static final List<String> NAMES = List.of(
            "covisit-jaccard",
            "covisit-cosine",
            "covisit-count",
            "popular",
            "item2vec",
            "personalized",
            "personalized-cart",
            "supervised");

    private Rankers() {}

    /**
     * The rankers that only count.
     *
     * @param alpha share of co-visit similarity in a co-visit ranker's score
     */
    public static List<Ranker> counting(Covisits covisits, double alpha) {
        return List.of(
                new CovisitRanker(NAMES.get(0), Similarity.JACCARD, covisits, alpha),
                new CovisitRanker(NAMES.get(1), Similarity.COSINE, covisits, alpha),
                new CovisitRanker(NAMES.get(2), Similarity.COUNT, covisits, alpha),
                new PopularRanker(NAMES.get(3), covisits));
    }

    /** {@code sim = α Csim + (1 - α) Fsim} (formula 3 of the personalized-similar-products paper). */
    private record CovisitRanker(String name, Similarity similarity, Covisits covisits, double alpha)
            implements Ranker {
        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            double total = query.anchor() == 0 ? 0 : covisits.total(query.anchor());
            for (int i = 0; i < candidates.size(); i++) {
                float both = candidates.covisits(i);
                float csim = both == 0 ? 0 : similarity.of(both, total, covisits.total(candidates.row(i)));
                scores[i] = (float) (alpha * csim + (1 - alpha) * candidates.attributes(i));
            }
        }
    }

    /** {@code |Ui|}, whatever the anchor. */
    private record PopularRanker(String name, Covisits covisits) implements Ranker {
        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            for (int i = 0; i < candidates.size(); i++) {
                scores[i] = (float) covisits.total(candidates.row(i));
            }
        }
    }
}

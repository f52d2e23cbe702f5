package akin.models.quality;

import java.io.Serializable;

/**
 * Sums over positions, so that figures of several shards add up.
 *
 * @param positions how many were ranked
 * @param pooled how many had their target in the pool
 * @param mrr20 sum of 1/rank up to rank 20
 * @param ndcg10 sum of 1/log2(rank + 1) up to rank 10
 */
public record Figures(long positions, long pooled, long hits5, long hits10, long hits20, double mrr20, double ndcg10)
        implements Serializable {
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);

    /** The sums after one more position.
     *
     * @param rank of the target, 1 the best, 0 when the pool lacks it
     */
    public Figures plus(int rank) {
        return new Figures(
                positions + 1,
                pooled + hit(rank, Integer.MAX_VALUE),
                hits5 + hit(rank, 5),
                hits10 + hit(rank, 10),
                hits20 + hit(rank, 20),
                mrr20 + (hit(rank, 20) == 1 ? 1.0 / rank : 0),
                ndcg10 + (hit(rank, 10) == 1 ? StrictMath.log(2) / StrictMath.log(rank + 1.0) : 0));
    }

    private static int hit(int rank, int k) {
        return rank > 0 && rank <= k ? 1 : 0;
    }

    /** The sums of both. */
    public Figures plus(Figures other) {
        return new Figures(
                positions + other.positions,
                pooled + other.pooled,
                hits5 + other.hits5,
                hits10 + other.hits10,
                hits20 + other.hits20,
                mrr20 + other.mrr20,
                ndcg10 + other.ndcg10);
    }

    /** The sums of what came after {@code earlier}, which this one includes. */
    public Figures minus(Figures earlier) {
        return new Figures(
                positions - earlier.positions,
                pooled - earlier.pooled,
                hits5 - earlier.hits5,
                hits10 - earlier.hits10,
                hits20 - earlier.hits20,
                mrr20 - earlier.mrr20,
                ndcg10 - earlier.ndcg10);
    }

    /**
     * Returns the standard error of a share of hits, which is left where positions are sampled.
     *
     * @param sample share of the positions that are tested; where all are, there is no error
     */
    public double error(double hits, double sample) {
        double share = share(hits);
        return positions == 0 ? 0 : Math.sqrt(share * (1 - share) / positions * (1 - sample));
    }

    /** A sum as a share of the positions, 0 when there are none. */
    public double share(double sum) {
        return positions == 0 ? 0 : sum / positions;
    }
}

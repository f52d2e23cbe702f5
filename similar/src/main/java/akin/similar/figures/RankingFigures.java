package akin.similar.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Means over queries of what lists of similar products are worth: NDCG with {@code 2^gain - 1} at a place over
 * {@code log2(place + 1)}, average precision of the first 30, recall, and how often there is any. Queries without a similar product don't count.
 */
public final class RankingFigures {
    /** Places that count for average precision. */
    public static final int DEPTH = 30;

    private static final int[] NDCG = {1, 10, 20};
    private static final int[] RECALL = {1, 10};
    private static final int HIT = 10;

    private final double[] ndcg = new double[NDCG.length];
    private final double[] recall = new double[RECALL.length];
    private double precision;
    private int hits;
    private int queries;

    /**
     * Counts a query.
     *
     * @param gains of the products in the order of the list, 0 of those that are not similar
     * @param all gains above 0 of all products that could be in the list, in any order
     */
    public void add(double[] gains, double[] all) {
        if (all.length == 0) {
            return;
        }
        double[] ideal = DoubleStream.of(all)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToDouble(gain -> gain)
                .toArray();
        for (int i = 0; i < NDCG.length; i++) {
            ndcg[i] += discounted(gains, NDCG[i]) / discounted(ideal, NDCG[i]);
        }
        for (int i = 0; i < RECALL.length; i++) {
            recall[i] += (double) similar(gains, RECALL[i]) / all.length;
        }
        precision += averagePrecision(gains, all.length);
        hits += similar(gains, HIT) > 0 ? 1 : 0;
        queries++;
    }

    private static double discounted(double[] gains, int places) {
        double sum = 0;
        for (int i = 0; i < Math.min(places, gains.length); i++) {
            sum += (StrictMath.pow(2, gains[i]) - 1) / (StrictMath.log(i + 2) / StrictMath.log(2));
        }
        return sum;
    }

    private static int similar(double[] gains, int places) {
        return (int) Arrays.stream(gains).limit(places).filter(gain -> gain > 0).count();
    }

    private static double averagePrecision(double[] gains, int all) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < Math.min(DEPTH, gains.length); i++) {
            if (gains[i] > 0) {
                sum += (double) ++found / (i + 1);
            }
        }
        return sum / Math.min(all, DEPTH);
    }

    public int queries() {
        return queries;
    }

    /** Adds the means to figures by name. */
    public void addTo(Map<String, Double> figures) {
        for (int i = 0; i < NDCG.length; i++) {
            figures.put("ndcg@" + NDCG[i], mean(ndcg[i]));
        }
        figures.put("map", mean(precision));
        for (int i = 0; i < RECALL.length; i++) {
            figures.put("recall@" + RECALL[i], mean(recall[i]));
        }
        figures.put("hit@" + HIT, mean(hits));
    }

    private double mean(double sum) {
        return queries == 0 ? 0 : sum / queries;
    }
}

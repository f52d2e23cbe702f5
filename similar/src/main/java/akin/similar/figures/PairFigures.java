package akin.similar.figures;

import akin.similar.pairs.Pair;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How well scores tell similar pairs from others. Pairs of equal scores are accepted together. */
public final class PairFigures {
    /** By falling score: score, pairs and similar pairs at or above it; one entry per score that occurs. */
    private final double[] scores;

    private final int[] accepted;
    private final int[] right;
    private final int positives;

    private PairFigures(double[] scores, int[] accepted, int[] right) {
        this.scores = scores;
        this.accepted = accepted;
        this.right = right;
        positives = right.length == 0 ? 0 : right[right.length - 1];
    }

    public static PairFigures of(List<Pair> pairs, ToDoubleFunction<Pair> score) {
        return of(pairs, pairs.stream().mapToDouble(score).toArray());
    }

    /**
     * @param all scores of the pairs, in their order
     */
    public static PairFigures of(List<Pair> pairs, double[] all) {
        int[] order = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -all[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] scores = new double[all.length];
        int[] accepted = new int[all.length];
        int[] right = new int[all.length];
        int n = 0;
        int similar = 0;
        for (int i = 0; i < order.length; i++) {
            similar += pairs.get(order[i]).isSimilar() ? 1 : 0;
            if (i + 1 == order.length || all[order[i + 1]] != all[order[i]]) {
                scores[n] = all[order[i]];
                accepted[n] = i + 1;
                right[n++] = similar;
            }
        }
        return new PairFigures(Arrays.copyOf(scores, n), Arrays.copyOf(accepted, n), Arrays.copyOf(right, n));
    }

    private double f1(int at) {
        return 2.0 * right[at] / (accepted[at] + positives);
    }

    /** Returns the threshold of the best F1, half-way to the next lower score. */
    public double bestThreshold() {
        if (scores.length == 0) {
            return 0;
        }
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = f1(i) > f1(best) ? i : best;
        }
        return best + 1 < scores.length ? (scores[best] + scores[best + 1]) / 2 : scores[best];
    }

    /** Returns F1 when scores from a threshold on are accepted. */
    public double f1At(double threshold) {
        int at = -1;
        while (at + 1 < scores.length && scores[at + 1] >= threshold) {
            at++;
        }
        return at < 0 || positives == 0 ? 0 : f1(at);
    }

    /** Returns the precision when scores from one that occurs on are accepted. */
    public double precisionFrom(double score) {
        int low = 0;
        int high = scores.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] > score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) right[low] / accepted[low];
    }

    /** Returns the most recall at which precision is that high. */
    public double recallAt(double precision) {
        double recall = 0;
        for (int i = 0; i < scores.length; i++) {
            if (right[i] >= precision * accepted[i] && positives > 0) {
                recall = Math.max(recall, (double) right[i] / positives);
            }
        }
        return recall;
    }

    /** Returns the area under the curve of precision over recall. */
    public double averagePrecision() {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += (double) (right[i] - (i == 0 ? 0 : right[i - 1])) * right[i] / accepted[i];
        }
        return positives == 0 ? 0 : sum / positives;
    }

    /** Adds all figures by name, F1 with the threshold that is best on valid pairs. */
    public void addTo(Map<String, Double> figures, PairFigures valid) {
        double threshold = valid.bestThreshold();
        figures.put("f1", f1At(threshold));
        figures.put("r@p80", recallAt(0.8));
        figures.put("r@p90", recallAt(0.9));
        figures.put("r@p95", recallAt(0.95));
        figures.put("average_precision", averagePrecision());
        figures.put("valid_f1", valid.f1At(threshold));
        figures.put("valid_average_precision", valid.averagePrecision());
        figures.put("threshold", threshold);
    }
}

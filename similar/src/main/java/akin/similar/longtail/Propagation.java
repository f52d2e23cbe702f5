package akin.similar.longtail;

import akin.models.als.Workers;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.longtail.UnitVectors;
import java.util.Arrays;

/**
 * Lets vectors of items take part of those of their neighbours: the mean over the layers of a graph convolution without
 * weights, {@code E⁽ˡ⁺¹⁾ = Â E⁽ˡ⁾}. Neighbours are the strongest co-visits and the items with most terms in common. [He
 * et al., LightGCN, SIGIR 2020]
 */
final class Propagation {
    private static final int LAYERS = 2;
    private static final int OF_EACH_KIND = 10;
    private static final int BLOCK = 256;

    private final int[][] neighbours;
    private final float[][] shares;

    Propagation(int items, Neighbours covisits, Terms terms, Workers workers) {
        neighbours = new int[items][];
        shares = new float[items][];
        workers.run((items + BLOCK - 1) / BLOCK, block -> {
            float[] scores = new float[items];
            for (int item = block * BLOCK; item < Math.min(items, (block + 1) * BLOCK); item++) {
                link(item, covisits, terms, scores);
            }
        });
    }

    private void link(int item, Neighbours covisits, Terms terms, float[] scores) {
        int[] both = new int[2 * OF_EACH_KIND];
        float[] weights = new float[both.length];
        Arrays.fill(scores, 0);
        covisits.addSimilarities(item, 1, scores, 0);
        int n = best(item, scores, both, weights, 0);
        Arrays.fill(scores, 0);
        terms.addCosines(item, 1, scores, 0);
        n = best(item, scores, both, weights, n);
        neighbours[item] = Arrays.copyOf(both, n);
        shares[item] = Arrays.copyOf(weights, n);
    }

    /** Appends the best of some scores, whose shares add up to one half. */
    private static int best(int item, float[] scores, int[] to, float[] weights, int from) {
        int n = from;
        for (int other = 0; other < scores.length; other++) {
            boolean full = n == from + OF_EACH_KIND;
            if (scores[other] > 0 && other != item && (!full || scores[other] > weights[n - 1])) {
                int place = full ? n - 1 : n++;
                for (; place > from && weights[place - 1] < scores[other]; place--) {
                    to[place] = to[place - 1];
                    weights[place] = weights[place - 1];
                }
                to[place] = other;
                weights[place] = scores[other];
            }
        }
        float sum = 0;
        for (int i = from; i < n; i++) {
            sum += weights[i];
        }
        for (int i = from; i < n; i++) {
            weights[i] /= 2 * sum;
        }
        return n;
    }

    /** Returns the propagated vectors, of length one. */
    Matrix of(Matrix units) {
        int rank = units.columns();
        Matrix sum = UnitVectors.of(units);
        Matrix layer = units;
        for (int l = 0; l < LAYERS; l++) {
            Matrix next = new Matrix();
            next.zero(units.rows(), rank);
            for (int item = 0; item < units.rows(); item++) {
                for (int i = 0; i < neighbours[item].length; i++) {
                    int from = layer.offset(neighbours[item][i]);
                    Kernels.axpy(shares[item][i], layer.values(), from, next.values(), next.offset(item), rank);
                }
            }
            Kernels.axpy(1, next.values(), 0, sum.values(), 0, units.rows() * rank);
            layer = next;
        }
        return UnitVectors.of(sum);
    }
}

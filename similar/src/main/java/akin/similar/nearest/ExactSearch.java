package akin.similar.nearest;

import akin.models.kernel.Gemm;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds the nearest rows by squared distance, {@code |a|² + |b|² - 2 a·b}, comparing each with all. Of equal distances the
 * lower row is the nearer. A row of zeros is a product without a vector: it is not found, and finds nothing. For one thread.
 */
public final class ExactSearch {
    private static final int BATCH = 64;
    private static final int PANEL = 1024;

    private final Matrix items;
    private final float[] norms;
    private final Gemm gemm = new Gemm();
    private final Matrix queries = new Matrix();
    private final Matrix panel = new Matrix();
    private final Matrix transposed = new Matrix();
    private final Matrix products = new Matrix();

    /**
     * @param items vectors that are found
     */
    public ExactSearch(Matrix items) {
        this.items = items;
        norms = norms(items);
    }

    private static float[] norms(Matrix rows) {
        float[] norms = new float[rows.rows()];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = Kernels.squaredNorm(rows.values(), rows.offset(row), rows.columns());
        }
        return norms;
    }

    /** Decides whether an item may be found for a query. */
    @FunctionalInterface
    public interface Allowed {
        boolean test(int query, int item);
    }

    /** Returns the k nearest items of each row of queries. */
    public Nearest[] search(Matrix of, int k, Allowed allowed) {
        float[] queryNorms = norms(of);
        Best[] best = new Best[of.rows()];
        Arrays.setAll(best, row -> new Best(k));
        for (int item = 0; item < items.rows(); item += PANEL) {
            int width = Math.min(PANEL, items.rows() - item);
            take(items, item, width, panel);
            transposed.transpose(panel);
            for (int query = 0; query < of.rows(); query += BATCH) {
                int height = Math.min(BATCH, of.rows() - query);
                take(of, query, height, queries);
                products.zero(height, width);
                gemm.addAB(queries, transposed, products);
                for (int row = 0; row < height; row++) {
                    int q = query + row;
                    if (queryNorms[q] == 0) {
                        continue;
                    }
                    collect(best[q], products.offset(row), item, width, queryNorms[q], i -> allowed.test(q, i));
                }
            }
        }
        return Arrays.stream(best).map(Best::nearest).toArray(Nearest[]::new);
    }

    private void collect(Best best, int at, int item, int width, float norm, IntPredicate allowed) {
        for (int i = 0; i < width; i++) {
            float distance = Math.max(0, norm + norms[item + i] - 2 * products.values()[at + i]);
            if (best.wants(distance) && norms[item + i] > 0 && allowed.test(item + i)) {
                best.add(item + i, distance);
            }
        }
    }

    private static void take(Matrix from, int row, int rows, Matrix into) {
        into.resize(rows, from.columns());
        System.arraycopy(from.values(), from.offset(row), into.values(), 0, rows * from.columns());
    }

    /** The nearest so far, sorted; rows come in their order, so that a later one of equal distance stands behind. */
    private static final class Best {
        private final int[] rows;
        private final float[] distances;
        private int size;

        Best(int k) {
            rows = new int[k];
            distances = new float[k];
        }

        boolean wants(float distance) {
            return size < rows.length || distance < distances[size - 1];
        }

        void add(int row, float distance) {
            int at = size < rows.length ? size++ : size - 1;
            while (at > 0 && distances[at - 1] > distance) {
                distances[at] = distances[at - 1];
                rows[at] = rows[at - 1];
                at--;
            }
            distances[at] = distance;
            rows[at] = row;
        }

        Nearest nearest() {
            return new Nearest(Arrays.copyOf(rows, size), Arrays.copyOf(distances, size));
        }
    }
}

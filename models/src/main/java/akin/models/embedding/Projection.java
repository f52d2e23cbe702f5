package akin.models.embedding;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Brings a learner's vectors to another number of dimensions. To fewer: onto the axes that carry most of the squared
 * length of all its tables together, the leading eigenvectors of {@code Σ Vᵀ V}, so that what vectors make of each other
 * changes least. A rotation would change nothing at all: models know dot products only, and a row's rate is one number.
 * To more: the coordinates stay as they are.
 */
final class Projection {
    private final int from;
    private final float[][] axes;

    private Projection(int from, float[][] axes) {
        this.from = from;
        this.axes = axes;
    }

    /** From what these tables have to so many dimensions. */
    static Projection of(int to, Embeddings... tables) {
        int from = tables[0].dimensions();
        if (to >= from) {
            return new Projection(from, null);
        }
        double[][] moments = new double[from][from];
        for (Embeddings table : tables) {
            add(table, moments);
        }
        EigenDecomposition spectrum = new EigenDecomposition(symmetric(moments));
        float[][] axes = new float[to][from];
        for (int axis = 0; axis < to; axis++) {
            for (int i = 0; i < from; i++) {
                axes[axis][i] = (float) spectrum.getEigenvector(axis).getEntry(i);
            }
        }
        return new Projection(from, axes);
    }

    private static void add(Embeddings table, double[][] moments) {
        for (int row = 0; table.rows().has(row); row++) {
            float[] page = table.page(row);
            int at = table.offset(row);
            for (int i = 0; i < moments.length; i++) {
                for (int j = 0; j <= i; j++) {
                    moments[i][j] += (double) page[at + i] * page[at + j];
                }
            }
        }
    }

    private static RealMatrix symmetric(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[j][i] = lower[i][j];
            }
        }
        return new Array2DRowRealMatrix(lower, false);
    }

    /** Writes a vector's coordinates into another array. */
    void apply(float[] vector, int at, float[] into, int intoAt) {
        if (axes == null) {
            System.arraycopy(vector, at, into, intoAt, from);
            return;
        }
        for (int axis = 0; axis < axes.length; axis++) {
            double sum = 0;
            for (int i = 0; i < from; i++) {
                sum += axes[axis][i] * vector[at + i];
            }
            into[intoAt + axis] = (float) sum;
        }
    }
}

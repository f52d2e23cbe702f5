package akin.models.longtail;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;

/** Vectors of length one, or of zeros where nothing is known. */
public final class UnitVectors {
    private UnitVectors() {}

    /** Returns a copy whose rows have length one. */
    public static Matrix of(Matrix vectors) {
        Matrix units = new Matrix();
        units.resize(vectors.rows(), vectors.columns());
        System.arraycopy(vectors.values(), 0, units.values(), 0, vectors.rows() * vectors.columns());
        for (int row = 0; row < units.rows(); row++) {
            normalize(units.values(), units.offset(row), units.columns());
        }
        return units;
    }

    /** Scales a row to length one, unless it is zeros. */
    public static void normalize(float[] values, int at, int n) {
        float norm = (float) Math.sqrt(Kernels.squaredNorm(values, at, n));
        if (norm > 0) {
            Kernels.scale(1 / norm, values, at, n);
        }
    }

    /**
     * Blends what was learned of items with what their content foretells: {@code n / (n + κ)} of the one and the rest
     * of the other, both of length one, so that nothing jumps when the next interaction comes. Where one of them is
     * unknown, the other stands alone.
     *
     * @param interactions n, by item
     * @param kappa as many interactions weigh as much as content
     */
    public static Matrix blend(Matrix learned, Matrix foretold, int[] interactions, double kappa) {
        Matrix blended = new Matrix();
        blended.zero(learned.rows(), learned.columns());
        int rank = learned.columns();
        for (int row = 0; row < learned.rows(); row++) {
            float share = (float) (interactions[row] / (interactions[row] + kappa));
            int at = blended.offset(row);
            Kernels.axpy(share, learned.values(), at, blended.values(), at, rank);
            Kernels.axpy(1 - share, foretold.values(), at, blended.values(), at, rank);
            normalize(blended.values(), at, rank);
        }
        return blended;
    }
}

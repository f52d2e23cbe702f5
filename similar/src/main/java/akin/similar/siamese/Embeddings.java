package akin.similar.siamese;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.similar.compound.Sides;

/**
 * Product embeddings: of products that are looked from and of those that are looked at. Those of a Siamese net differ in
 * their two last numbers only, by which crowded products are farther from all others: {@code sqrt(c (most - mean))} in the first of them on the
 * left, in the second on the right. Others have length 1, or are zeros where a product has no vector.
 *
 * @param firstRight number of the first product that is looked at
 */
public record Embeddings(Matrix left, Matrix right, int firstRight) {
    /** The squared distance of vectors of length 1 that have nothing in common. */
    private static final double UNKNOWN = 2;

    /** Makes embeddings of vectors that are the same on both sides. */
    public static Embeddings of(Matrix rows, Sides sides) {
        return new Embeddings(sides.lefts(rows), sides.rights(rows), sides.left());
    }

    static Embeddings of(Matrix lefts, Matrix rights, int firstRight, Crowding crowding, double share) {
        float most = crowding.most();
        return new Embeddings(
                with(lefts, crowding.left(), most, share, 0),
                with(rights, crowding.right(), most, share, 1),
                firstRight);
    }

    private static Matrix with(Matrix rows, float[] means, float most, double share, int place) {
        int width = rows.columns();
        Matrix all = new Matrix();
        all.zero(rows.rows(), width + 2);
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(rows.values(), rows.offset(row), all.values(), all.offset(row), width);
            all.values()[all.offset(row) + width + place] = (float) Math.sqrt(share * (most - means[row]));
        }
        return all;
    }

    private static boolean isThere(Matrix rows, int row) {
        return Kernels.squaredNorm(rows.values(), rows.offset(row), rows.columns()) > 0;
    }

    /**
     * Returns the squared distance between products, negative: the higher the more similar. Where one has no vector, it is
     * that of vectors that have nothing in common.
     */
    public double score(int leftRow, int rightRow) {
        int at = rightRow - firstRight;
        if (!isThere(left, leftRow) || !isThere(right, at)) {
            return -UNKNOWN;
        }
        return -Training.squaredDistance(
                left.values(), left.offset(leftRow), right.values(), right.offset(at), left.columns());
    }

    /** Returns the vectors of some products as those that are looked from. */
    public Matrix lefts(int[] rows) {
        return rows(left, rows, 0);
    }

    /** Returns the vectors of some products as those that are looked at. */
    public Matrix rights(int[] rows) {
        return rows(right, rows, firstRight);
    }

    private static Matrix rows(Matrix from, int[] rows, int first) {
        Matrix some = new Matrix();
        some.resize(rows.length, from.columns());
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(
                    from.values(), from.offset(rows[i] - first), some.values(), some.offset(i), from.columns());
        }
        return some;
    }
}

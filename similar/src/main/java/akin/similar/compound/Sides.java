package akin.similar.compound;

import akin.models.kernel.Matrix;

/**
 * Which rows are looked from and which are looked at: the products of two catalogues one after the other, or one catalogue
 * that is both.
 *
 * @param left how many rows are of the left catalogue; zero where there is one only
 * @param rows of both
 */
public record Sides(int left, int rows) {
    public static Sides ofOne(int rows) {
        return new Sides(0, rows);
    }

    public boolean isOne() {
        return left == 0;
    }

    /** Returns the rows that are looked from, in their order. */
    public Matrix lefts(Matrix all) {
        return slice(all, 0, isOne() ? rows : left);
    }

    /** Returns the rows that are looked at, in their order; the first is number {@link #left}. */
    public Matrix rights(Matrix all) {
        return slice(all, left, rows);
    }

    private static Matrix slice(Matrix all, int from, int to) {
        Matrix slice = new Matrix();
        slice.resize(to - from, all.columns());
        System.arraycopy(all.values(), all.offset(from), slice.values(), 0, (to - from) * all.columns());
        return slice;
    }
}

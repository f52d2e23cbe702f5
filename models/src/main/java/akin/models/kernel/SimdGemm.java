package akin.models.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The inner loops of {@link Gemm} in the Vector API, to be touched only where {@link Simd#available}. A tile of C stays
 * in registers while the inner dimension goes by.
 */
final class SimdGemm {
    private static final int WIDTH = SimdLoops.EIGHT.length();

    static final int TILE_ROWS = 4;
    static final int TILE_COLUMNS = 2 * WIDTH;

    private SimdGemm() {}

    /** Adds to a tile of C of four rows and two registers. */
    static void addFourRows(GemmBlock block, int aAt, int bAt, int cAt) {
        float[] a = block.a;
        float[] b = block.b;
        float[] c = block.c;
        int aRow = block.aRow;
        int cRow = block.cRow;
        FloatVector c00 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt);
        FloatVector c01 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + WIDTH);
        FloatVector c10 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + cRow);
        FloatVector c11 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + cRow + WIDTH);
        FloatVector c20 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + 2 * cRow + WIDTH);
        FloatVector c30 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(SimdLoops.EIGHT, c, cAt + 3 * cRow + WIDTH);
        int aEnd = aAt + block.inner * block.aColumn;
        for (int ai = aAt, bi = bAt; ai < aEnd; ai += block.aColumn, bi += block.bRow) {
            FloatVector b0 = FloatVector.fromArray(SimdLoops.EIGHT, b, bi);
            FloatVector b1 = FloatVector.fromArray(SimdLoops.EIGHT, b, bi + WIDTH);
            FloatVector alpha = FloatVector.broadcast(SimdLoops.EIGHT, a[ai]);
            c00 = alpha.fma(b0, c00);
            c01 = alpha.fma(b1, c01);
            alpha = FloatVector.broadcast(SimdLoops.EIGHT, a[ai + aRow]);
            c10 = alpha.fma(b0, c10);
            c11 = alpha.fma(b1, c11);
            alpha = FloatVector.broadcast(SimdLoops.EIGHT, a[ai + 2 * aRow]);
            c20 = alpha.fma(b0, c20);
            c21 = alpha.fma(b1, c21);
            alpha = FloatVector.broadcast(SimdLoops.EIGHT, a[ai + 3 * aRow]);
            c30 = alpha.fma(b0, c30);
            c31 = alpha.fma(b1, c31);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + WIDTH);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + WIDTH);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + WIDTH);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + WIDTH);
    }

    /** Adds to a tile of C of one row and two registers. */
    static void addRow(GemmBlock block, int aAt, int bAt, int cAt) {
        float[] a = block.a;
        float[] b = block.b;
        FloatVector c0 = FloatVector.fromArray(SimdLoops.EIGHT, block.c, cAt);
        FloatVector c1 = FloatVector.fromArray(SimdLoops.EIGHT, block.c, cAt + WIDTH);
        int aEnd = aAt + block.inner * block.aColumn;
        for (int ai = aAt, bi = bAt; ai < aEnd; ai += block.aColumn, bi += block.bRow) {
            FloatVector alpha = FloatVector.broadcast(SimdLoops.EIGHT, a[ai]);
            c0 = alpha.fma(FloatVector.fromArray(SimdLoops.EIGHT, b, bi), c0);
            c1 = alpha.fma(FloatVector.fromArray(SimdLoops.EIGHT, b, bi + WIDTH), c1);
        }
        c0.intoArray(block.c, cAt);
        c1.intoArray(block.c, cAt + WIDTH);
    }
}

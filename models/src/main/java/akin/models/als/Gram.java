package akin.models.als;

import akin.models.kernel.Gemm;
import akin.models.kernel.Matrix;

/** {@code Yᵀ Y}, in double precision: the sum over blocks of rows in their order. */
final class Gram {
    private Gram() {}

    static double[][] of(Matrix y, Workers workers) {
        int blocks = Workers.blocks(y.rows());
        float[][] parts = new float[blocks][];
        workers.run(blocks, block -> parts[block] = part(y, block));
        int rank = y.columns();
        double[][] gram = new double[rank][rank];
        for (float[] part : parts) {
            for (int i = 0; i < rank * rank; i++) {
                gram[i / rank][i % rank] += part[i];
            }
        }
        return gram;
    }

    private static float[] part(Matrix y, int block) {
        Matrix rows = new Matrix();
        int from = block * Workers.BLOCK;
        rows.resize(Math.min(Workers.BLOCK, y.rows() - from), y.columns());
        System.arraycopy(y.values(), y.offset(from), rows.values(), 0, rows.rows() * rows.columns());
        Matrix product = new Matrix();
        product.zero(y.columns(), y.columns());
        new Gemm().addATB(rows, rows, product);
        return product.values();
    }
}

package akin.models.als;

import akin.models.kernel.Gemm;
import akin.models.kernel.Matrix;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The eigenvectors of {@code Yᵀ Y}. The model doesn't change when the vectors of both sides are turned alike; in this
 * basis the Gram matrix is diagonal, so that the equations of a row are a diagonal and what its own few interactions
 * add.
 */
final class Basis {
    private final float[] eigenvalues;
    private final Matrix turn = new Matrix();

    private Basis(int rank) {
        eigenvalues = new float[rank];
        turn.resize(rank, rank);
    }

    static Basis of(double[][] gram) {
        int rank = gram.length;
        EigenDecomposition decomposition = new EigenDecomposition(symmetric(gram));
        Basis basis = new Basis(rank);
        for (int i = 0; i < rank; i++) {
            basis.eigenvalues[i] = (float) Math.max(0, decomposition.getRealEigenvalue(i));
            for (int k = 0; k < rank; k++) {
                basis.turn.values()[k * rank + i] =
                        (float) decomposition.getEigenvector(i).getEntry(k);
            }
        }
        return basis;
    }

    /** A sum of float products is symmetric to the last bits only. */
    private static Array2DRowRealMatrix symmetric(double[][] gram) {
        for (int i = 0; i < gram.length; i++) {
            for (int k = 0; k < i; k++) {
                gram[i][k] = gram[k][i];
            }
        }
        return new Array2DRowRealMatrix(gram, false);
    }

    /** Returns the eigenvalues: the diagonal of the Gram matrix in this basis. */
    float[] eigenvalues() {
        return eigenvalues;
    }

    /** Turns vectors into this basis. */
    void turn(Matrix vectors, Workers workers) {
        workers.run(Workers.blocks(vectors.rows()), block -> turn(vectors, block));
    }

    private void turn(Matrix vectors, int block) {
        int from = block * Workers.BLOCK;
        int n = Math.min(Workers.BLOCK, vectors.rows() - from);
        Matrix before = new Matrix();
        before.resize(n, vectors.columns());
        System.arraycopy(vectors.values(), vectors.offset(from), before.values(), 0, n * vectors.columns());
        Matrix after = new Matrix();
        after.zero(n, vectors.columns());
        new Gemm().addAB(before, turn, after);
        System.arraycopy(after.values(), 0, vectors.values(), vectors.offset(from), n * vectors.columns());
    }

    /** Turns vectors of this basis back into the one before. */
    void turnBack(Matrix vectors) {
        Matrix before = new Matrix();
        before.resize(vectors.rows(), vectors.columns());
        System.arraycopy(vectors.values(), 0, before.values(), 0, vectors.rows() * vectors.columns());
        vectors.zero(vectors.rows(), vectors.columns());
        new Gemm().addABT(before, turn, vectors);
    }
}

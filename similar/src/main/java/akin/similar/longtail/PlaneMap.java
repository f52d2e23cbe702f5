package akin.similar.longtail;

import akin.models.kernel.Matrix;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Vectors in two dimensions: along the two directions in which they vary most. [Pearson, 1901] */
final class PlaneMap {
    private final double[] mean;
    private final double[][] axes = new double[2][];

    PlaneMap(Matrix vectors) {
        int n = vectors.columns();
        mean = new double[n];
        int rows = 0;
        for (int row = 0; row < vectors.rows(); row++) {
            for (int i = 0; i < n; i++) {
                mean[i] += vectors.values()[vectors.offset(row) + i];
            }
            rows++;
        }
        for (int i = 0; i < n; i++) {
            mean[i] /= Math.max(1, rows);
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(covariance(vectors), false));
        for (int axis = 0; axis < 2; axis++) {
            axes[axis] = decomposition.getEigenvector(Math.min(axis, n - 1)).toArray();
        }
    }

    private double[][] covariance(Matrix vectors) {
        int n = vectors.columns();
        double[][] covariance = new double[n][n];
        double[] x = new double[n];
        for (int row = 0; row < vectors.rows(); row++) {
            for (int i = 0; i < n; i++) {
                x[i] = vectors.values()[vectors.offset(row) + i] - mean[i];
            }
            for (int i = 0; i < n; i++) {
                for (int k = 0; k <= i; k++) {
                    covariance[i][k] += x[i] * x[k];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                covariance[k][i] = covariance[i][k];
            }
        }
        return covariance;
    }

    /** Returns where a vector lies along an axis, 0 or 1. */
    double place(Matrix vectors, int row, int axis) {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += (vectors.values()[vectors.offset(row) + i] - mean[i]) * axes[axis][i];
        }
        return sum;
    }
}

package akin.models.als;

import akin.models.kernel.Kernels;

/** Solves {@code A x = b} for a symmetric positive definite matrix, in place, by {@code A = L Lᵀ}. */
final class Cholesky {
    private Cholesky() {}

    /**
     * @param a n rows of n numbers, of which the lower triangle is read; becomes L there
     * @param b becomes x
     */
    static void solve(float[] a, float[] b, int n) {
        for (int row = 0; row < n; row++) {
            int at = row * n;
            for (int column = 0; column < row; column++) {
                float sum = a[at + column] - Kernels.dot(a, at, a, column * n, column);
                a[at + column] = sum / a[column * n + column];
            }
            a[at + row] = (float) Math.sqrt(a[at + row] - Kernels.squaredNorm(a, at, row));
            b[row] = (b[row] - Kernels.dot(a, at, b, 0, row)) / a[at + row];
        }
        for (int row = n - 1; row >= 0; row--) {
            b[row] /= a[row * n + row];
            Kernels.axpy(-b[row], a, row * n, b, 0, row);
        }
    }
}

package akin.models.kernel;

/** The operands of {@code C += A B}: A with any strides, B and C row by row. */
final class GemmBlock {
    float[] a;
    /** Distance between rows of A, and between its columns. */
    int aRow;

    int aColumn;
    float[] b;
    int bRow;
    float[] c;
    int cRow;
    /** Columns of A, rows of B. */
    int inner;

    /** Does what {@link SimdGemm} does, bit for bit, in plain Java. */
    void addPlain(int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < inner; i++) {
                addRow(a[row * aRow + i * aColumn], i * bRow, row * cRow, columns);
            }
        }
    }

    private void addRow(float alpha, int bAt, int cAt, int columns) {
        for (int column = 0; column < columns; column++) {
            c[cAt + column] = Math.fma(alpha, b[bAt + column], c[cAt + column]);
        }
    }
}

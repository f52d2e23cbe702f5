package akin.models.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers in rows, one after the other in one array that only grows. */
public final class Matrix {
    /** Rows and columns that are transposed at a time: what fits a core's first cache. */
    private static final int TILE = 32;

    private float[] values = new float[0];
    private int rows;
    private int columns;
    /** Coefficients of a product's rows, and the numbers of these. */
    private float[] coefficients = new float[0];

    private int[] all = new int[0];

    /** Makes it so large; what it holds is then undefined. */
    public void resize(int toRows, int toColumns) {
        rows = toRows;
        columns = toColumns;
        if (values.length < toRows * toColumns) {
            values = new float[toRows * toColumns];
        }
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** All numbers, row by row. */
    public float[] values() {
        return values;
    }

    /** Where a row begins in {@link #values}. */
    public int offset(int row) {
        return row * columns;
    }

    /** Makes it so large, all zeros. */
    public void zero(int toRows, int toColumns) {
        resize(toRows, toColumns);
        Arrays.fill(values, 0, rows * columns, 0);
    }

    /** Becomes {@code aᵀ}. */
    public void transpose(Matrix a) {
        resize(a.columns, a.rows);
        for (int row = 0; row < a.rows; row += TILE) {
            for (int column = 0; column < a.columns; column += TILE) {
                transpose(a, row, Math.min(a.rows, row + TILE), column, Math.min(a.columns, column + TILE));
            }
        }
    }

    private void transpose(Matrix a, int row, int endRow, int column, int endColumn) {
        for (int c = column; c < endColumn; c++) {
            for (int r = row, from = row * a.columns + c; r < endRow; r++, from += a.columns) {
                values[c * columns + r] = a.values[from];
            }
        }
    }

    /** Becomes {@code a b}. Each number is summed in the order of a's columns, from zero. */
    public void product(Matrix a, Matrix b) {
        resize(a.rows, b.columns);
        reserve(a.columns);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(a.values, a.offset(row), coefficients, 0, a.columns);
            sum(row, a.columns, b);
        }
    }

    /** Becomes {@code aᵀ b}. Each number is summed in the order of a's rows, from zero. */
    public void transposedProduct(Matrix a, Matrix b) {
        resize(a.columns, b.columns);
        reserve(a.rows);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < a.rows; i++) {
                coefficients[i] = a.values[a.offset(i) + row];
            }
            sum(row, a.rows, b);
        }
    }

    private void reserve(int n) {
        if (coefficients.length < n) {
            coefficients = new float[n];
            all = IntStream.range(0, n).toArray();
        }
    }

    private void sum(int row, int n, Matrix b) {
        Arrays.fill(values, offset(row), offset(row) + columns, 0);
        Kernels.addRows(coefficients, all, 0, n, b, values, offset(row));
    }
}

package akin.models.kernel;

/** Numbers in rows, one after the other in one array that only grows. */
public final class Matrix {
    private float[] values = new float[0];
    private int rows;
    private int columns;

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

    /** Becomes {@code a b}. Each number is summed in the order of a's columns, from zero. */
    public void product(Matrix a, Matrix b) {
        resize(a.rows, b.columns);
        for (int row = 0; row < rows; row++) {
            Kernels.combine(a.values, a.offset(row), 1, b, values, offset(row));
        }
    }

    /** Becomes {@code aᵀ b}. Each number is summed in the order of a's rows, from zero. */
    public void transposedProduct(Matrix a, Matrix b) {
        resize(a.columns, b.columns);
        for (int row = 0; row < rows; row++) {
            Kernels.combine(a.values, row, a.columns, b, values, offset(row));
        }
    }
}

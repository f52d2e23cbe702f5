package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.RowPositions;
import java.util.Arrays;

/** The gradient of a batch by the rows of one table that it touches: per row, the vector's part and the bias's. */
final class Gradients {
    private static final int MOST_ROWS = 1 << 16;

    private final int dimensions;
    private final RowPositions positions = new RowPositions();
    private int[] rows = new int[256];
    private float[] sums;
    private int size;

    Gradients(int dimensions) {
        this.dimensions = dimensions;
        sums = new float[rows.length * (dimensions + 1)];
    }

    void clear() {
        positions.clear();
        size = 0;
    }

    /** Adds {@code alpha x} to the gradient of the n-th row's vector, {@code alpha} to that of its bias. */
    void addAt(int n, float alpha, float[] x, int xOffset) {
        Kernels.axpy(alpha, x, xOffset, sums, offset(n), dimensions);
        sums[offset(n) + dimensions] += alpha;
    }

    /** Adds {@code alpha x} to the gradient of a row's vector. */
    void addVector(int row, float alpha, float[] x, int xOffset) {
        int n = position(row);
        Kernels.axpy(alpha, x, xOffset, sums, offset(n), dimensions);
    }

    /** Adds to the gradient of a row's bias. */
    void addBias(int row, float derivative) {
        int n = position(row);
        sums[offset(n) + dimensions] += derivative;
    }

    /** Adds a vector and a bias to the n-th row's. */
    void addAt(int n, float[] gradient, float bias) {
        Kernels.axpy(1, gradient, 0, sums, offset(n), dimensions);
        sums[offset(n) + dimensions] += bias;
    }

    private int position(int row) {
        int position = find(row);
        return position >= 0 ? position : append(row);
    }

    /** Which row it is, or -1. */
    int find(int row) {
        return positions.get(row);
    }

    /** Takes another row. */
    int append(int row) {
        if (size == rows.length) {
            if (size == MOST_ROWS) {
                throw new IllegalStateException("a batch touches more than " + MOST_ROWS + " rows");
            }
            rows = Arrays.copyOf(rows, 2 * size);
            sums = Arrays.copyOf(sums, rows.length * (dimensions + 1));
        }
        positions.put(row, size);
        rows[size] = row;
        Arrays.fill(sums, size * (dimensions + 1), (size + 1) * (dimensions + 1), 0);
        return size++;
    }

    int size() {
        return size;
    }

    int row(int n) {
        return rows[n];
    }

    float[] sums() {
        return sums;
    }

    int offset(int n) {
        return n * (dimensions + 1);
    }
}

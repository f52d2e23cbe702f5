package akin.models.neighbours;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Arrays;

/**
 * The vectors of a space at one moment, of length 1; zeros for a row without a direction. In memory, so that after a
 * restore the index in use still knows its distances, and one that was being built can be built once more. While an
 * index is built from it or in use, it doesn't change: so the thread that builds may read it.
 */
final class Snapshot {
    private final Vectors copies;
    private final float[] copy;

    Snapshot(Memory memory, String name, int dimensions) {
        copies = memory.vectors(name, dimensions);
        copy = new float[dimensions];
    }

    void take(Space space, Cosines cosines) {
        if (space.end() > 0) {
            copies.ensure(space.end() - 1);
        }
        for (int row = 0; copies.has(row); row++) {
            if (cosines.from(row)) {
                cosines.direction(copy);
            } else {
                Arrays.fill(copy, 0);
            }
            put(row);
        }
    }

    void clear() {
        Arrays.fill(copy, 0);
        for (int row = 0; copies.has(row); row++) {
            put(row);
        }
    }

    /** Writes only what changes: vectors of items that nobody visits stay out of checkpoints. */
    private void put(int row) {
        float[] page = copies.page(row);
        int at = copies.offset(row);
        if (!Arrays.equals(page, at, at + copy.length, copy, 0, copy.length)) {
            System.arraycopy(copy, 0, copies.writable(row), at, copy.length);
        }
    }

    /** The rows that have a vector here, upwards. */
    int[] rows() {
        int[] rows = new int[16];
        int size = 0;
        for (int row = 0; copies.has(row); row++) {
            if (cosine(row, copies.page(row), copies.offset(row)) > 0) {
                rows = size < rows.length ? rows : Arrays.copyOf(rows, 2 * size);
                rows[size++] = row;
            }
        }
        return Arrays.copyOf(rows, size);
    }

    /** The array that holds a row's vector, from {@link #offset} on; not to be written. */
    float[] page(int row) {
        return copies.page(row);
    }

    int offset(int row) {
        return copies.offset(row);
    }

    /** The cosine of a row with a vector of length 1. */
    float cosine(int row, float[] vector, int offset) {
        return Kernels.dot(copies.page(row), copies.offset(row), vector, offset, copy.length);
    }
}

package akin.models.neighbours;

import akin.models.kernel.Kernels;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Unit vectors as bytes, row by row in large arrays, for searches that look at many rows anywhere in memory: a cosine
 * costs a cache line or two, and is off by some thousandths. Derived from vectors; whoever changes one has to say so.
 */
final class Directions {
    private static final int SHIFT = 10;
    private static final int MASK = (1 << SHIFT) - 1;
    private static final int GREATEST = 127;
    /** Coordinates above so many standard deviations of a unit vector's are cut. */
    private static final float DEVIATIONS = 4;

    private final int dimensions;
    /** The byte of coordinate 1, were there room for it. */
    private final float scale;

    private final BitSet present = new BitSet();
    private byte[][] chunks = new byte[0][];
    private int[] products = new int[0];

    Directions(int dimensions) {
        this.dimensions = dimensions;
        scale = GREATEST / Math.min(1, DEVIATIONS / (float) Math.sqrt(dimensions));
    }

    /**
     * Takes in that a row has another vector.
     *
     * @param page holds the vector, from {@code at} on
     * @param norm the vector's Euclidean length; NaN where it has no direction, then the row has none
     */
    void set(int row, float[] page, int at, float norm) {
        if (!(norm > 0 && norm < Float.POSITIVE_INFINITY)) {
            clear(row);
            return;
        }
        ensure(row);
        byte[] chunk = chunks[row >> SHIFT];
        int to = offset(row);
        float factor = scale / norm;
        for (int i = 0; i < dimensions; i++) {
            int rounded = (int) (page[at + i] * factor + Math.copySign(0.5f, page[at + i]));
            chunk[to + i] = (byte) Math.max(-GREATEST, Math.min(GREATEST, rounded));
        }
        present.set(row);
    }

    private void ensure(int row) {
        int needed = (row >> SHIFT) + 1;
        if (needed > chunks.length) {
            int before = chunks.length;
            chunks = Arrays.copyOf(chunks, needed);
            for (int i = before; i < needed; i++) {
                chunks[i] = new byte[dimensions << SHIFT];
            }
        }
    }

    /** Takes in that a row has no vector. */
    void clear(int row) {
        present.clear(row);
    }

    void clear() {
        present.clear();
    }

    int dimensions() {
        return dimensions;
    }

    /** Returns whether a row has a direction. */
    boolean has(int row) {
        return row >= 0 && present.get(row);
    }

    /** Returns the first row from one on that has no direction. */
    int nextWithout(int row) {
        return present.nextClearBit(row);
    }

    /** Returns one past the last row that has a direction. */
    int end() {
        return present.length();
    }

    /** Returns the array that holds a row's bytes, from {@link #offset} on. */
    byte[] chunk(int row) {
        return chunks[row >> SHIFT];
    }

    int offset(int row) {
        return (row & MASK) * dimensions;
    }

    /** Adds the direction of a row to a sum so many times. */
    void add(int row, int times, int[] sum) {
        byte[] chunk = chunk(row);
        int at = offset(row);
        for (int i = 0; i < dimensions; i++) {
            sum[i] += times * chunk[at + i];
        }
    }

    /** Returns the cosine of a direction, such as was copied from here, with a row's. */
    float cosine(byte[] direction, int at, int row) {
        return Kernels.dot(direction, at, chunk(row), offset(row), dimensions) / (scale * scale);
    }

    /** Returns the cosine of two rows' directions. */
    float cosine(int row, int other) {
        return cosine(chunk(row), offset(row), other);
    }

    /** Writes the cosines of a direction with all rows up to the {@link #end}; of rows without one they mean nothing. */
    void cosines(byte[] direction, int at, float[] into) {
        for (int row = 0; row < end(); row += 1 << SHIFT) {
            cosines(direction, at, chunk(row), Math.min(1 << SHIFT, end() - row), into, row);
        }
    }

    /**
     * Writes the cosines of a direction with copies of others that follow one another from the start of {@code rows}.
     *
     * @param to where the first one is written to
     */
    void cosines(byte[] direction, int at, byte[] rows, int n, float[] into, int to) {
        products = products.length < n ? new int[2 * n] : products;
        Kernels.dots(direction, at, rows, 0, n, dimensions, products);
        for (int i = 0; i < n; i++) {
            into[to + i] = products[i] / (scale * scale);
        }
    }

    /** Copies a row's direction. */
    void copy(int row, byte[] into, int to) {
        System.arraycopy(chunk(row), offset(row), into, to, dimensions);
    }
}

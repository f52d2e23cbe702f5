package akin.models.layers;

import java.util.Arrays;

/** Cuts the rows of a matrix into segments that follow each other: the items of session after session. */
public final class Segments {
    private int[] ends = new int[16];
    private int size;

    public void clear() {
        size = 0;
    }

    /** Appends a segment of so many rows. */
    public void add(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a segment has " + length + " rows, must have 1 at least");
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size] = rows() + length;
        size++;
    }

    /** Returns the number of segments. */
    public int size() {
        return size;
    }

    /** Returns the number of rows of all segments. */
    public int rows() {
        return size == 0 ? 0 : ends[size - 1];
    }

    /** Returns the first row of a segment. */
    public int start(int segment) {
        return segment == 0 ? 0 : ends[segment - 1];
    }

    /** Returns one past the last row of a segment. */
    public int end(int segment) {
        return ends[segment];
    }

    public int length(int segment) {
        return end(segment) - start(segment);
    }

    /** Returns the length of the longest segment. */
    public int longest() {
        int longest = 0;
        for (int segment = 0; segment < size; segment++) {
            longest = Math.max(longest, length(segment));
        }
        return longest;
    }
}

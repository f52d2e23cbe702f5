package akin.models.neighbours;

import java.util.Arrays;

/** The rows of a cell, the sum of their directions, and a copy of each, so that a search reads one after another. */
final class Cell {
    private final Directions directions;
    private final int[] sum;
    private final int dimensions;
    private int[] rows = new int[16];
    private byte[] copies;
    private int size;

    Cell(Directions directions) {
        this.directions = directions;
        dimensions = directions.dimensions();
        sum = new int[dimensions];
        copies = new byte[rows.length * dimensions];
    }

    /** Adds a row; returns its place. */
    int add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            copies = Arrays.copyOf(copies, 2 * copies.length);
        }
        rows[size] = row;
        turned(size);
        return size++;
    }

    /** Removes the row at a place, which its last row takes; returns that row. The row no longer counts by then. */
    int remove(int place) {
        rows[place] = rows[--size];
        System.arraycopy(copies, size * dimensions, copies, place * dimensions, dimensions);
        return rows[place];
    }

    /** Takes in that the row at a place has another direction, which counts from now on. */
    void turned(int place) {
        directions.copy(rows[place], copies, place * dimensions);
        count(rows[place], 1);
    }

    /** Lets a row's direction count once more, or once less. */
    void count(int row, int times) {
        directions.add(row, times, sum);
    }

    void clear() {
        size = 0;
        Arrays.fill(sum, 0);
    }

    int size() {
        return size;
    }

    int row(int place) {
        return rows[place];
    }

    /** Writes the cosines of a direction with the rows by place. */
    void cosines(byte[] direction, int at, float[] into) {
        directions.cosines(direction, at, copies, size, into, 0);
    }

    int[] sum() {
        return sum;
    }

    /** Returns the rows, upwards: their places depend on the order in which they came. */
    int[] sorted() {
        int[] sorted = Arrays.copyOf(rows, size);
        Arrays.sort(sorted);
        return sorted;
    }
}

package akin.models.neighbours;

import java.util.Arrays;

/** The rows of a cell, and the sum of their directions. */
final class Cell {
    private final Directions directions;
    private final int[] sum;
    private int[] rows = new int[16];
    private int size;

    Cell(Directions directions) {
        this.directions = directions;
        sum = new int[directions.dimensions()];
    }

    /** Adds a row; returns its place. */
    int add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        rows[size] = row;
        count(row, 1);
        return size++;
    }

    /** Removes the row at a place, which its last row takes; returns that row. The row no longer counts by then. */
    int remove(int place) {
        rows[place] = rows[--size];
        return rows[place];
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

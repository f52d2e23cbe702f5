package akin.similar.nearest;

/**
 * The nearest rows of a row, nearest first, and their squared distances.
 *
 * @param rows as many as were asked for, or all there are
 */
public record Nearest(int[] rows, float[] distances) {
    /** Returns the place of a row, from 0, or -1. */
    public int place(int row) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == row) {
                return i;
            }
        }
        return -1;
    }
}

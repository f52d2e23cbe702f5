package akin.models.neighbours;

/** Finds what is near a row. */
@FunctionalInterface
public interface Nearest {
    /**
     * Finds the rows nearest to {@code row}, best first.
     *
     * @param k most rows to be found
     * @param rows takes the rows found
     * @param cosines takes their cosines with {@code row}
     * @return how many were found; none for a row without a vector
     */
    int nearest(int row, int k, int[] rows, float[] cosines);
}

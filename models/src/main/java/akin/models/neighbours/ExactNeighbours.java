package akin.models.neighbours;

/** The items nearest to an item by cosine, found by looking at each: for people, who have time. */
public final class ExactNeighbours {
    private final Cosines cosines;
    private final Scan scan;
    private final Best best = new Best();

    public ExactNeighbours(Space space) {
        cosines = new Cosines(space);
        scan = new Scan(space, cosines, Integer.MAX_VALUE);
    }

    /**
     * Finds the rows nearest to {@code row}, best first, the lower row among equals.
     *
     * @param rows takes the rows found, as many as there is room for
     * @param similarities takes their cosines with {@code row}
     * @return how many were found; none for a row without a vector
     */
    public int nearest(int row, int[] rows, float[] similarities) {
        if (!cosines.from(row)) {
            return 0;
        }
        best.clear(rows.length);
        scan.offer(row, best);
        return best.drain(rows, similarities);
    }
}

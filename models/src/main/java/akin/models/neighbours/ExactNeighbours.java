package akin.models.neighbours;

/** The items nearest to an item by cosine, found by looking at each: for people, who have time. */
public final class ExactNeighbours {
    private final Space space;
    private final Cosines cosines;
    private final Best best = new Best();

    public ExactNeighbours(Space space) {
        this.space = space;
        cosines = new Cosines(space);
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
        for (int other = 0; other < space.end(); other++) {
            if (other != row && space.has(other)) {
                best.offer(cosines.to(other), other);
            }
        }
        return best.drain(rows, similarities);
    }
}

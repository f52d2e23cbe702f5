package akin.models.neighbours;

/**
 * Looks at each item, or, where those are too many, at those that follow the anchor, round and round: a sample that
 * depends on nothing else.
 */
final class Scan {
    /** Rows looked at per item with a vector, at most. */
    private static final int ROWS_PER_ITEM = 4;

    private final Space space;
    private final Cosines cosines;
    private final int mostItems;

    Scan(Space space, Cosines cosines, int mostItems) {
        this.space = space;
        this.cosines = cosines;
        this.mostItems = mostItems;
    }

    /** True when a scan looks at each item. */
    boolean isComplete() {
        if (space.end() > mostRows()) {
            return false;
        }
        int items = 0;
        for (int row = 0; row < space.end(); row++) {
            items += space.has(row) ? 1 : 0;
        }
        return items <= mostItems;
    }

    private long mostRows() {
        return (long) ROWS_PER_ITEM * mostItems;
    }

    /** Offers what lies around the anchor of the cosines. */
    void offer(int anchor, Best best) {
        int end = space.end();
        int rows = (int) Math.min(end, mostRows());
        int items = mostItems;
        int row = anchor;
        for (int n = 1; n < rows && items > 0; n++) {
            row = row + 1 < end ? row + 1 : 0;
            if (space.has(row)) {
                items--;
                best.offer(cosines.to(row), row);
            }
        }
    }
}

package akin.models.neighbours;

/** Looks at each item, where those are few. */
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

    /** Offers all but the anchor. */
    void offer(int anchor, Best best) {
        for (int row = 0; row < space.end(); row++) {
            if (row != anchor && space.has(row)) {
                best.offer(cosines.to(row), row);
            }
        }
    }
}

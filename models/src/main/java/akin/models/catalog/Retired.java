package akin.models.catalog;

import akin.models.memory.Table;

/**
 * A queue of the rows whose generations are used up, linked within the table of items. A row leaves it, to start again from
 * the first generation, only when more rows were retired after it than there are items: whatever still refers to it is
 * older than 255 removals of each of them.
 */
final class Retired {
    private static final int LEAST = 1024;

    private static final int HEAD = 3;
    private static final int TAIL = 4;
    private static final int COUNT = 5;

    private final Table rows;
    private final int next;

    /**
     * @param rows of the items; row 0 keeps the queue's ends
     * @param next column of the link to the next row
     */
    Retired(Table rows, int next) {
        this.rows = rows;
        this.next = next;
    }

    void add(int row) {
        rows.setInt(row, next, 0);
        if (rows.getInt(0, TAIL) == 0) {
            rows.setInt(0, HEAD, row);
        } else {
            rows.setInt(rows.getInt(0, TAIL), next, row);
        }
        rows.setInt(0, TAIL, row);
        rows.setInt(0, COUNT, rows.getInt(0, COUNT) + 1);
    }

    /** Takes the row out that was retired first, or gives 0 when that is too soon. */
    int take(int items) {
        int count = rows.getInt(0, COUNT);
        if (count <= Math.max(LEAST, items)) {
            return 0;
        }
        int row = rows.getInt(0, HEAD);
        rows.setInt(0, HEAD, rows.getInt(row, next));
        rows.setInt(0, COUNT, count - 1);
        return row;
    }
}

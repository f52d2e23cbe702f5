package akin.models.catalog;

import akin.models.memory.Table;

/**
 * Hands out the rows of items: the one that was freed last, else one {@link Retired retired} for long, else one never used.
 * Row 0 keeps the first number never used and the head of the free list, which is linked within the table.
 */
final class FreeRows {
    private static final int UNUSED = 0;
    private static final int HEAD = 1;

    private final Table rows;
    private final int next;
    private final Retired retired;

    /**
     * @param rows of the items
     * @param next column of the link to the next row
     */
    FreeRows(Table rows, int next) {
        this.rows = rows;
        this.next = next;
        retired = new Retired(rows, next);
        rows.ensure(0);
        rows.setInt(0, UNUSED, 1);
    }

    /** Returns one more than the highest row ever handed out. */
    int end() {
        return rows.getInt(0, UNUSED);
    }

    /**
     * Hands out a row.
     *
     * @param live how many rows are in use
     */
    int take(int live) {
        int free = rows.getInt(0, HEAD);
        if (free != 0) {
            rows.setInt(0, HEAD, rows.getInt(free, next));
            return free;
        }
        int old = retired.take(live);
        return old != 0 ? old : unused();
    }

    private int unused() {
        int unused = end();
        if (unused == Items.MOST_ROWS) {
            throw new IllegalStateException("a shard holds at most " + (Items.MOST_ROWS - 1)
                    + " items: lower catalog.max_items or cut the catalogue into more shards");
        }
        rows.setInt(0, UNUSED, unused + 1);
        rows.ensure(unused);
        return unused;
    }

    /** Takes a row back, to be handed out next. */
    void free(int row) {
        rows.setInt(row, next, rows.getInt(0, HEAD));
        rows.setInt(0, HEAD, row);
    }

    /** Takes a row back, to be handed out after long. */
    void retire(int row) {
        retired.add(row);
    }
}

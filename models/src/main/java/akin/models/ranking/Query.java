package akin.models.ranking;

import akin.models.catalog.Items;
import java.util.List;

/** What a ranking is for: the item being looked at and the items before it, as rows; reused from ranking to ranking. */
public final class Query {
    private int anchor;
    private int[] window = new int[16];
    private int size;
    private long timestamp;
    private long session;

    /**
     * Sets the query to a shopper's window.
     *
     * @param ids newest last, the anchor at the end; unknown items are left out
     * @param end how many of them count
     * @param timestamp event time, epoch milliseconds
     * @param session the key of the shopper's session
     */
    public Query set(Items items, String anchorId, List<String> ids, int end, long timestamp, long session) {
        this.timestamp = timestamp;
        this.session = session;
        anchor = items.row(anchorId);
        size = 0;
        if (window.length < end) {
            window = new int[end];
        }
        for (int i = end - 1; i >= 0; i--) {
            int row = items.row(ids.get(i));
            if (row != 0) {
                window[size++] = row;
            }
        }
        return this;
    }

    /** Returns the anchor's row, 0 when it is unknown. */
    public int anchor() {
        return anchor;
    }

    /** Returns the number of known items of the window. */
    public int size() {
        return size;
    }

    /** Returns the row of the {@code i}-th item of the window, 0 the newest. */
    public int item(int i) {
        return window[i];
    }

    /** Returns the key of the shopper's session, 0 when there is none. */
    public long session() {
        return session;
    }

    /** Returns the event time of the query, epoch milliseconds. */
    public long timestamp() {
        return timestamp;
    }
}

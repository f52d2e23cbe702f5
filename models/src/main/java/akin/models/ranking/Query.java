package akin.models.ranking;

import akin.models.catalog.Items;
import java.util.List;

/** What a ranking is for: the item being looked at and the items before it, as rows; reused from ranking to ranking. */
public final class Query {
    private int anchor;
    private int[] window = new int[16];
    private int size;

    /**
     * Sets the query to a shopper's window.
     *
     * @param ids newest last, the anchor at the end; unknown items are left out
     * @param end how many of them count
     */
    public Query set(Items items, String anchorId, List<String> ids, int end) {
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

    /** The anchor's row, 0 when unknown. */
    public int anchor() {
        return anchor;
    }

    /** Known items of the window. */
    public int size() {
        return size;
    }

    /** The row of the {@code i}-th item of the window, 0 the newest. */
    public int item(int i) {
        return window[i];
    }
}

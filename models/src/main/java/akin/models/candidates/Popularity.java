package akin.models.candidates;

import akin.models.catalog.Catalog;
import akin.models.covisit.Covisits;
import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;

/**
 * Per category node, the items with the most visitors, kept in order as visits come. Exact while no item is forgotten or
 * changes category: a total only grows, and only that of the item visited.
 */
public final class Popularity {
    private final Catalog catalog;
    private final Covisits covisits;
    private final Table lists;
    private final int capacity;

    public Popularity(Memory memory, int capacity, Catalog catalog, Covisits covisits) {
        this.lists = memory.table("categories.popular", capacity + 1, new Setting("pool.size", capacity));
        this.capacity = capacity;
        this.catalog = catalog;
        this.covisits = covisits;
    }

    /** Takes over lists of another length; the tails of those that are too long go. */
    public void adopt(Popularity other) {
        for (int node = 0; capacity != other.capacity && other.lists.has(node); node++) {
            lists.ensure(node);
            int size = Math.min(capacity, other.size(node));
            lists.setInt(node, 0, size);
            for (int n = 1; n <= size; n++) {
                lists.setInt(node, n, other.lists.getInt(node, n));
            }
        }
    }

    /** Notes that an item's total has grown. */
    public void learn(int row) {
        int node = catalog.items().category(row);
        for (int at = node == 0 ? 1 : node; at != 0; at = catalog.categories().parent(at)) {
            raise(at, row);
        }
    }

    private void raise(int node, int row) {
        lists.ensure(node);
        int size = size(node);
        double total = covisits.total(row);
        if (size == capacity && total < total(lists.getInt(node, size))) {
            return;
        }
        int[] page = lists.writable(node);
        int start = lists.offset(node) + 1;
        int ref = catalog.items().ref(row);
        int at = find(page, start, size, ref);
        if (at == size) {
            at = Math.min(size, capacity - 1);
            page[start - 1] = at + 1;
        }
        while (at > 0 && total(page[start + at - 1]) < total) {
            page[start + at] = page[start + at - 1];
            at--;
        }
        page[start + at] = ref;
    }

    private static int find(int[] page, int start, int size, int ref) {
        int at = 0;
        while (at < size && page[start + at] != ref) {
            at++;
        }
        return at;
    }

    /** Below any total for an item that is gone, so that others pass it. */
    private double total(int ref) {
        int row = catalog.items().resolve(ref);
        return row == 0 ? -1 : covisits.total(row);
    }

    /** How many entries a node's list has. */
    public int size(int node) {
        return lists.has(node) ? lists.getInt(node, 0) : 0;
    }

    /** The row of a node's {@code n}-th entry, or 0 when its item is gone or has moved elsewhere. */
    public int row(int node, int n) {
        int row = catalog.items().resolve(lists.getInt(node, 1 + n));
        if (row == 0 || node == 1) {
            return row;
        }
        int category = catalog.items().category(row);
        return category != 0 && catalog.categories().isWithin(category, node) ? row : 0;
    }
}

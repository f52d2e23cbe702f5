package akin.models.catalog;

import akin.models.memory.Memory;
import akin.models.memory.Rings;
import akin.models.memory.Table;
import java.util.function.IntConsumer;

/**
 * All that a shard knows of its items. Bounded: at the ceiling, and when idle, items are forgotten and their rows used
 * again. A hand moves over the rows, two per visit, so expiry costs a constant and depends on the input only.
 */
public final class Catalog {
    private static final int ROWS_PER_SWEEP = 2;
    private static final int EVICTION_SAMPLE = 16;
    private static final int NEWEST_ITEMS = 63;

    private final CatalogSettings settings;
    private final Items items;
    private final Categories categories;
    private final Features features;
    private final Rings newest;
    private final Table hand;
    private final IntConsumer onRemoval;
    private final Announced announced;

    /**
     * @param onRemoval told the row of each item before it is forgotten
     */
    public Catalog(Memory memory, CatalogSettings settings, IntConsumer onRemoval) {
        this.settings = settings;
        this.onRemoval = onRemoval;
        items = new Items(memory);
        announced = new Announced(items);
        categories = new Categories(memory);
        features = new Features(memory, items, settings.shownAttributes());
        newest = new Rings(memory, "categories.newest", NEWEST_ITEMS);
        hand = memory.table("items.hand", 1);
        hand.ensure(0);
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    public void loaded() {
        items.loaded();
        categories.loaded();
        features.loaded();
    }

    public Items items() {
        return items;
    }

    public Categories categories() {
        return categories;
    }

    public Features features() {
        return features;
    }

    /** Per category node, the items that came newest into it or a category below. */
    public Rings newestItems() {
        return newest;
    }

    /** Takes over a catalogue message. An unknown item that is deleted is remembered as such, lest a visit brings it in. */
    public void update(Item item) {
        int row = items.row(item.itemId());
        if (row == 0) {
            row = add(item.itemId());
        }
        items.seen(row, item.timestamp());
        if (item.deleted()) {
            items.list(row, item, items.category(row));
            return;
        }
        boolean wasListed = items.isListed(row);
        int before = items.category(row);
        int category = categories.node(item.category());
        items.list(row, item, category);
        features.set(row, items.ref(row), item);
        if (!wasListed || before != category) {
            announce(row, category);
        }
    }

    private void announce(int row, int category) {
        for (int node = category; node != 0; node = categories.parent(node)) {
            newest.add(node, items.ref(row));
        }
    }

    /** The row of a visited item, which is added when unknown. */
    public int visit(String itemId, long timestamp) {
        int row = know(itemId, timestamp);
        items.atHome(row);
        items.visited(row);
        sweep(timestamp);
        return row;
    }

    /** The row of an item that others were visited with; it may be at home in another shard. */
    public int know(String itemId, long timestamp) {
        int row = items.row(itemId);
        if (row == 0) {
            row = add(itemId);
        }
        items.seen(row, timestamp);
        return row;
    }

    /** True when the item may be recommended at all: this shard is its home, and the catalogue has nothing against it. */
    public boolean isShowable(int row) {
        boolean inMemory =
                !items.isHidden(row) && (items.isListed(row) || (settings.showUnlisted() && items.isHome(row)));
        return announced.isShown(row, inMemory);
    }

    /** What is still to be learned and counts for rankings at once. */
    public Announced announced() {
        return announced;
    }

    private int add(String itemId) {
        if (items.live() >= settings.maxItems()) {
            evict();
        }
        int row = items.add(itemId);
        announced.known(row, itemId);
        return row;
    }

    private void evict() {
        int oldest = 0;
        for (int sampled = 0; sampled < EVICTION_SAMPLE; ) {
            int row = next();
            if (items.isAlive(row)) {
                sampled++;
                oldest = oldest == 0 || items.lastSeen(row) < items.lastSeen(oldest) ? row : oldest;
            }
        }
        remove(oldest);
    }

    private void sweep(long now) {
        for (int i = 0; i < ROWS_PER_SWEEP; i++) {
            int row = next();
            if (items.isAlive(row)
                    && !items.isListed(row)
                    && items.lastSeen(row) < now - settings.idleExpiry().toMillis()) {
                remove(row);
            }
        }
    }

    /** Moves the hand one row on. */
    private int next() {
        int row = hand.getInt(0, 0) + 1;
        row = row < items.end() ? row : 1;
        hand.setInt(0, 0, row);
        return row;
    }

    private void remove(int row) {
        onRemoval.accept(row);
        features.clear(row);
        announced.forget(row);
        items.remove(row);
    }
}

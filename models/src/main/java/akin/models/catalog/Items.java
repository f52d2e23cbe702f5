package akin.models.catalog;

import akin.models.memory.Memory;
import akin.models.memory.Strings;
import akin.models.memory.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The items that a shard knows, one row each from 1 on; row 0 means "unknown" and holds the bookkeeping. A freed row is
 * used again under a new generation, so a {@link #ref reference} that outlived its item is recognised as stale. A row
 * whose generations are used up is {@link Retired retired} for long.
 */
public final class Items {
    /** Rows are 24 bits of a reference. */
    public static final int MOST_ROWS = 1 << 24;

    /** Where an item's features lie in its row, beside the state that is read with them: their number, then the features. */
    static final int FEATURES = 1;

    private static final int STATE = 0;
    private static final int ID = FEATURES + 1 + Features.MOST_PER_ITEM;
    private static final int CATEGORY = ID + 1;
    private static final int PRICE = ID + 2;
    private static final int VISITS = ID + 3;
    private static final int NEXT_FREE = ID + 4;
    private static final int CREATED = ID + 5;
    private static final int LAST_SEEN = ID + 7;
    private static final int WIDTH = ID + 9;

    private static final int GENERATIONS = 0xFF;
    private static final int ALIVE = 1 << 8;
    private static final int LISTED = 1 << 9;
    private static final int HIDDEN = 1 << 10;
    private static final int HOME = 1 << 11;

    private static final int LIVE = 2;

    private final Table rows;
    private final FreeRows free;
    private final Strings names;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private String[] ids = new String[1024];
    /** By row, derived from the table: what is asked of each candidate lies close together. */
    private short[] states = new short[1024];

    public Items(Memory memory) {
        rows = memory.table("items", WIDTH);
        free = new FreeRows(rows, NEXT_FREE);
        names = new Strings(memory, "items.ids");
    }

    /** The rows, for {@link Features}: what is compared together lies together. */
    Table rows() {
        return rows;
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    public void loaded() {
        rowOf.clear();
        for (int row = 1; row < end(); row++) {
            derive(row, rows.getInt(row, STATE));
            if (isAlive(row)) {
                index(row, names.get(rows.getInt(row, ID)));
            }
        }
    }

    /** The row of an item, or 0. */
    public int row(String id) {
        return rowOf.getOrDefault(id, 0);
    }

    public String id(int row) {
        return ids[row];
    }

    /** Gives a new item a row. */
    public int add(String id) {
        int row = free.take(live());
        // A retired row starts again from the first.
        int generation = generation(row) % GENERATIONS;
        rows.clear(row);
        set(row, generation | ALIVE);
        rows.setFloat(row, PRICE, Float.NaN);
        rows.setInt(row, ID, names.put(id));
        rows.setInt(0, LIVE, live() + 1);
        index(row, id);
        return row;
    }

    private void index(int row, String id) {
        if (row >= ids.length) {
            ids = Arrays.copyOf(ids, Math.max(row + 1, ids.length + (ids.length >> 1)));
        }
        ids[row] = id;
        rowOf.put(id, row);
    }

    /** Forgets an item; references to it are stale from now on. */
    public void remove(int row) {
        rowOf.remove(ids[row]);
        ids[row] = null;
        names.free(rows.getInt(row, ID));
        int generation = generation(row) + 1;
        rows.clear(row);
        set(row, generation);
        if (generation < GENERATIONS) {
            free.free(row);
        } else {
            free.retire(row);
        }
        rows.setInt(0, LIVE, live() - 1);
    }

    private int state(int row) {
        return row < states.length ? states[row] : 0;
    }

    private void set(int row, int state) {
        rows.setInt(row, STATE, state);
        derive(row, state);
    }

    private void derive(int row, int state) {
        if (row >= states.length) {
            states = Arrays.copyOf(states, Math.max(row + 1, states.length + (states.length >> 1)));
        }
        states[row] = (short) state;
    }

    /** Number of items known. */
    public int live() {
        return rows.getInt(0, LIVE);
    }

    /** One past the highest row ever used. */
    public int end() {
        return free.end();
    }

    public boolean isAlive(int row) {
        return (state(row) & ALIVE) != 0;
    }

    /** True while the catalogue lists the item. */
    public boolean isListed(int row) {
        return (state(row) & LISTED) != 0;
    }

    /** True when the catalogue says that the item is deleted or unavailable. */
    public boolean isHidden(int row) {
        return (state(row) & HIDDEN) != 0;
    }

    /** True when this shard is the item's own, and not just one that learned of it. */
    public boolean isHome(int row) {
        return (state(row) & HOME) != 0;
    }

    /** Notes that this shard is the item's own. */
    public void atHome(int row) {
        if (!isHome(row)) {
            set(row, state(row) | HOME);
        }
    }

    /** Takes over what the catalogue says. */
    public void list(int row, Item item, int category) {
        set(row, generation(row) | ALIVE | HOME | (item.deleted() ? 0 : LISTED) | (item.available() ? 0 : HIDDEN));
        rows.setInt(row, CATEGORY, category);
        rows.setFloat(row, PRICE, (float) item.price());
        if (item.createdAt() != 0) {
            rows.setLong(row, CREATED, item.createdAt());
        } else if (createdAt(row) == 0) {
            rows.setLong(row, CREATED, item.timestamp());
        }
    }

    /** Notes that the item was visited or updated. */
    public void seen(int row, long timestamp) {
        if (timestamp > lastSeen(row)) {
            rows.setLong(row, LAST_SEEN, timestamp);
        }
    }

    public void visited(int row) {
        rows.setInt(row, VISITS, Math.min(Integer.MAX_VALUE - 1, visits(row)) + 1);
    }

    /** How often the item was visited here. */
    public int visits(int row) {
        return rows.getInt(row, VISITS);
    }

    /** True when the item was visited so often, as far as visits to it are counted here. */
    public boolean isAdmitted(int row, int visits) {
        return !isHome(row) || visits(row) >= visits;
    }

    public long lastSeen(int row) {
        return rows.getLong(row, LAST_SEEN);
    }

    /** Category node, 0 when unknown. */
    public int category(int row) {
        return rows.getInt(row, CATEGORY);
    }

    /** Price, NaN when unknown. */
    public float price(int row) {
        return rows.getFloat(row, PRICE);
    }

    /** When the item came into the shop or was first listed, epoch milliseconds; 0 when unknown. */
    public long createdAt(int row) {
        return rows.getLong(row, CREATED);
    }

    private int generation(int row) {
        return state(row) & GENERATIONS;
    }

    /** A reference to the item that is in this row now; never 0. */
    public int ref(int row) {
        return row | generation(row) << 24;
    }

    /** The row that a reference was to, whatever item is in it now. */
    public static int row(int ref) {
        return ref & (MOST_ROWS - 1);
    }

    /** The row behind a reference, or 0 when its item is gone. */
    public int resolve(int ref) {
        int row = row(ref);
        int state = state(row);
        return (state & GENERATIONS) == ref >>> 24 && (state & ALIVE) != 0 ? row : 0;
    }
}

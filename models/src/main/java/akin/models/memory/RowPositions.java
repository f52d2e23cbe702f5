package akin.models.memory;

import java.util.Arrays;

/**
 * A map from rows to positions that empties in no time, for the inner loops of rankings. A slot holds a stamp (24 bits;
 * another one than the map's: empty), a row (24 bits) and a position (16 bits).
 */
public final class RowPositions {
    private static final int POSITION_BITS = 16;
    private static final int ROW_BITS = 24;
    private static final int STAMP_SHIFT = POSITION_BITS + ROW_BITS;
    private static final long LAST_STAMP = (1L << Long.SIZE - STAMP_SHIFT) - 1;

    private long[] slots = new long[1024];
    private long stamp = 1;
    private int size;

    public void clear() {
        size = 0;
        if (++stamp > LAST_STAMP) {
            Arrays.fill(slots, 0);
            stamp = 1;
        }
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Puts a row that isn't there yet; false, and nothing changes, when it is. */
    public boolean put(int row, int position) {
        int at = find(row);
        if (slots[at] >>> STAMP_SHIFT == stamp) {
            return false;
        }
        slots[at] = key(row) << POSITION_BITS | position;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    /** The position of a row, or -1. */
    public int get(int row) {
        long slot = slots[find(row)];
        return slot >>> STAMP_SHIFT == stamp ? (int) slot & (1 << POSITION_BITS) - 1 : -1;
    }

    private long key(int row) {
        return stamp << ROW_BITS | row;
    }

    private int find(int row) {
        int hash = row * 0x9E3779B9;
        int at = (hash ^ hash >>> 16) & slots.length - 1;
        long key = key(row);
        while (slots[at] >>> STAMP_SHIFT == stamp && slots[at] >>> POSITION_BITS != key) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long slot : old) {
            if (slot >>> STAMP_SHIFT == stamp) {
                put((int) (slot >>> POSITION_BITS) & (1 << ROW_BITS) - 1, (int) slot & (1 << POSITION_BITS) - 1);
            }
        }
    }
}

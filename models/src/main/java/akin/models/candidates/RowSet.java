package akin.models.candidates;

import java.util.Arrays;

/** A set of rows that empties in no time, for the inner loops of rankings. Each slot holds a stamp and a row. */
final class RowSet {
    private long[] slots = new long[1024];
    private long stamp = 1;
    private int size;

    void clear() {
        size = 0;
        if (++stamp > Integer.MAX_VALUE) {
            Arrays.fill(slots, 0);
            stamp = 1;
        }
    }

    /** Adds a row; false when it is there already. */
    boolean add(int row) {
        int at = find(row);
        if (slots[at] >>> 32 == stamp) {
            return false;
        }
        slots[at] = stamp << 32 | row;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(int row) {
        return size > 0 && slots[find(row)] >>> 32 == stamp;
    }

    private int find(int row) {
        int at = (row * 0x9E3779B9) >>> 8 & slots.length - 1;
        while (slots[at] >>> 32 == stamp && (int) slots[at] != row) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] old = slots;
        long oldStamp = stamp;
        slots = new long[old.length * 2];
        size = 0;
        for (long slot : old) {
            if (slot >>> 32 == oldStamp) {
                add((int) slot);
            }
        }
    }
}

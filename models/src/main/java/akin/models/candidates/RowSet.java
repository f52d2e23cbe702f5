package akin.models.candidates;

import java.util.Arrays;

/** A set of rows that empties in no time, for the inner loops of rankings. */
final class RowSet {
    private int[] slots = new int[1024];
    private int[] stamps = new int[1024];
    private int stamp = 1;
    private int size;

    void clear() {
        size = 0;
        if (++stamp == 0) {
            Arrays.fill(stamps, 0);
            stamp = 1;
        }
    }

    /** Adds a row; false when it is there already. */
    boolean add(int row) {
        int at = find(row);
        if (stamps[at] == stamp) {
            return false;
        }
        slots[at] = row;
        stamps[at] = stamp;
        if (++size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    boolean contains(int row) {
        return stamps[find(row)] == stamp;
    }

    private int find(int row) {
        int at = (row * 0x9E3779B9) >>> 8 & slots.length - 1;
        while (stamps[at] == stamp && slots[at] != row) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldStamps = stamps;
        int oldStamp = stamp;
        slots = new int[oldSlots.length * 2];
        stamps = new int[slots.length];
        stamp = 1;
        size = 0;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldStamps[i] == oldStamp) {
                add(oldSlots[i]);
            }
        }
    }
}

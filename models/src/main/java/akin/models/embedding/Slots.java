package akin.models.embedding;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * An item's slot: the row that it has in each table of each learner, given when it is first learned and free again when
 * the item is gone. So vectors take memory for what is learned, not for all of the catalogue, and what is visited often
 * lies together, since it is visited early.
 */
final class Slots {
    // Of an item's row, its slot; of row 0, the first slot never used.
    private static final int SLOT = 0;
    // Of a slot, its item's row; of a free one, the next free slot, as a negative; of row 0, the first free slot.
    private static final int ROW = 1;

    private final Table table;
    /** By row, derived from the table: what is asked for at each candidate lies closer together. */
    private int[] slotOf = new int[1024];

    Slots(Memory memory) {
        table = memory.table("slots", 2);
        table.ensure(0);
        table.setInt(0, SLOT, 1);
    }

    /** The slot of an item by its row, 0 while it has none. */
    int of(int row) {
        return row < slotOf.length ? slotOf[row] : 0;
    }

    /** The row of the item at a slot, 0 where there is none. */
    int row(int slot) {
        return table.has(slot) ? Math.max(0, table.getInt(slot, ROW)) : 0;
    }

    /** The slot of an item by its row; it gets one. */
    int take(int row) {
        int slot = of(row);
        if (slot == 0) {
            slot = table.getInt(0, ROW);
            if (slot != 0) {
                table.setInt(0, ROW, -table.getInt(slot, ROW));
            } else {
                slot = table.getInt(0, SLOT);
                table.setInt(0, SLOT, slot + 1);
            }
            put(row, slot);
        }
        return slot;
    }

    private void put(int row, int slot) {
        table.ensure(Math.max(row, slot));
        table.setInt(row, SLOT, slot);
        table.setInt(slot, ROW, row);
        index(row, slot);
    }

    private void index(int row, int slot) {
        if (row >= slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, Math.max(row + 1, slotOf.length + (slotOf.length >> 1)));
        }
        slotOf[row] = slot;
    }

    /** An item is gone, its slot is free. */
    void free(int row) {
        int slot = of(row);
        if (slot != 0) {
            table.setInt(row, SLOT, 0);
            slotOf[row] = 0;
            release(slot);
        }
    }

    private void release(int slot) {
        table.setInt(slot, ROW, -table.getInt(0, ROW));
        table.setInt(0, ROW, slot);
    }

    /**
     * Rebuilds what is derived from memory, after memory was loaded. Vectors that were written before there were slots lie
     * at the rows of their items.
     *
     * @param end one past the last row with a vector
     * @param has whether a row has a vector in any table
     */
    void loaded(int end, IntPredicate has) {
        if (table.getInt(0, SLOT) > 1 || end <= 1) {
            for (int row = 1; table.has(row); row++) {
                index(row, table.getInt(row, SLOT));
            }
            return;
        }
        table.ensure(end - 1);
        table.setInt(0, SLOT, end);
        for (int row = end - 1; row > 0; row--) {
            if (has.test(row)) {
                put(row, row);
            } else {
                release(row);
            }
        }
    }
}

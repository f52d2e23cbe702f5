package akin.models.memory;

import java.util.Locale;

/**
 * Allocates blocks of entries of two ints, in size classes whose capacity doubles. A block is known by its handle: its
 * number times 16, plus its size class; 0 is no block. Each size class has a table, ints:
 *
 * <ul>
 *   <li>row 0: the first free block (0: none), the number of the next block never used
 *   <li>row of a block in use: its entries
 *   <li>row of a free block: the next free block (0: none)
 * </ul>
 */
public final class Blocks {
    private static final int LEAST_SHIFT = 2;
    private static final int CLASS_BITS = 4;
    private static final int FREE_HEAD = 0;
    private static final int UNUSED = 1;

    private final Table[] tables;

    /**
     * @param name what the names of its tables start with
     * @param mostEntries of a block; the capacity of the largest is the power of two above it
     */
    public Blocks(Memory memory, String name, int mostEntries, Setting... shape) {
        int largest = 32 - Integer.numberOfLeadingZeros(mostEntries);
        tables = new Table[largest - LEAST_SHIFT + 1];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = memory.table(
                    String.format(Locale.ROOT, "%s.blocks.%04d", name, capacityOf(i)), 2 * capacityOf(i), shape);
            tables[i].ensure(0);
            tables[i].setInt(0, UNUSED, 1);
        }
    }

    /** Returns how many entries the blocks of a size class have. */
    public static int capacityOf(int sizeClass) {
        return 1 << (LEAST_SHIFT + sizeClass);
    }

    public static int sizeClass(int handle) {
        return handle & (1 << CLASS_BITS) - 1;
    }

    /** Returns how many entries a block has. */
    public static int capacity(int handle) {
        return capacityOf(sizeClass(handle));
    }

    private Table table(int handle) {
        return tables[sizeClass(handle)];
    }

    private static int block(int handle) {
        return handle >>> CLASS_BITS;
    }

    /** Returns the array that holds a block's entries, from {@link #offset} on, to read until something is written to any. */
    public int[] page(int handle) {
        return table(handle).page(block(handle));
    }

    /** Returns the array that holds a block's entries, to write until another is written to. */
    public int[] writable(int handle) {
        return table(handle).writable(block(handle));
    }

    public int offset(int handle) {
        return table(handle).offset(block(handle));
    }

    /** Allocates a block whose entries are zeros and returns its handle. */
    public int allocate(int sizeClass) {
        Table table = tables[sizeClass];
        int block = table.getInt(0, FREE_HEAD);
        if (block != 0) {
            table.setInt(0, FREE_HEAD, table.getInt(block, 0));
        } else {
            block = table.getInt(0, UNUSED);
            table.setInt(0, UNUSED, block + 1);
            table.ensure(block);
        }
        table.clear(block);
        return block << CLASS_BITS | sizeClass;
    }

    public void free(int handle) {
        Table table = table(handle);
        table.setInt(block(handle), 0, table.getInt(0, FREE_HEAD));
        table.setInt(0, FREE_HEAD, block(handle));
    }
}

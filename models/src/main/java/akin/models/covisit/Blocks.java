package akin.models.covisit;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;

/**
 * Allocates blocks of memory for hash tables, in size classes whose capacity doubles. A block is known by its handle: its
 * number times 16, plus its size class; 0 is no block. Each size class has a table, ints:
 *
 * <ul>
 *   <li>row 0: the first free block (0: none), the number of the next block never used
 *   <li>row of a block in use: its {@link Counts}
 *   <li>row of a free block: the next free block (0: none)
 * </ul>
 */
final class Blocks {
    private static final int LEAST_SHIFT = 2;
    private static final int CLASS_BITS = 4;
    private static final int FREE_HEAD = 0;
    private static final int UNUSED = 1;

    private final Table[] tables;

    /**
     * @param name what the names of its tables start with
     * @param mostEntries of a block
     */
    Blocks(Memory memory, String name, int mostEntries, Setting shape) {
        int largest = 32 - Integer.numberOfLeadingZeros(mostEntries + mostEntries / 3);
        tables = new Table[largest - LEAST_SHIFT + 1];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = memory.table(String.format("%s.blocks.%04d", name, capacity(i)), 2 * capacity(i), shape);
            tables[i].ensure(0);
            tables[i].setInt(0, UNUSED, 1);
        }
    }

    private static int capacity(int sizeClass) {
        return 1 << (LEAST_SHIFT + sizeClass);
    }

    /** Returns the smallest size class whose blocks have room for so many entries. */
    static int sizeClassFor(int entries) {
        int sizeClass = 0;
        while (!Counts.hasRoom(entries, capacity(sizeClass))) {
            sizeClass++;
        }
        return sizeClass;
    }

    static int sizeClass(int handle) {
        return handle & (1 << CLASS_BITS) - 1;
    }

    private Table table(int handle) {
        return tables[sizeClass(handle)];
    }

    /** Returns a block to read, until something is written to any. */
    Counts read(int handle) {
        Table table = table(handle);
        int block = handle >>> CLASS_BITS;
        return new Counts(table.page(block), table.offset(block), table.width() / 2);
    }

    /** Returns a block to write, until another is written to. */
    Counts write(int handle) {
        Table table = table(handle);
        int block = handle >>> CLASS_BITS;
        return new Counts(table.writable(block), table.offset(block), table.width() / 2);
    }

    /** Allocates an empty block and returns its handle. */
    int allocate(int sizeClass) {
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

    void free(int handle) {
        Table table = table(handle);
        int block = handle >>> CLASS_BITS;
        table.setInt(block, 0, table.getInt(0, FREE_HEAD));
        table.setInt(0, FREE_HEAD, block);
    }
}

package akin.models.covisit;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import java.util.Arrays;

/**
 * Per item a small hash table from neighbour (a reference) to count, which doubles as it fills. At the ceiling the
 * lesser half goes, and what comes in later starts from the greatest count that went, its error: a count is never below
 * the truth, and above it by no more than the row's error, which stays below {@code 2 n / ceiling} after {@code n}
 * increments of the row. [Misra-Gries with a purge by median, as in Anderson et al., A high-performance algorithm for
 * identifying frequent items in data streams, IMC 2017]
 */
final class Neighbours {
    private static final int WIDTH = 3;
    private static final int BLOCK = 0;
    private static final int SIZE = 1;
    private static final int ERROR = 2;

    private static final int LEAST_SHIFT = 2;
    private static final int CLASS_BITS = 4;
    private static final int FREE_HEAD = 0;
    private static final int UNUSED = 1;

    private final Table rows;
    private final Table[] blocks;
    private final int ceiling;
    private final Liveness liveness;
    private final long[] pruning;

    /** Whether a reference still has its item. */
    interface Liveness {
        boolean isLive(int ref);
    }

    /**
     * @param name what the names of its tables start with
     */
    Neighbours(Memory memory, String name, int ceiling, Liveness liveness) {
        this.ceiling = ceiling;
        this.liveness = liveness;
        pruning = new long[ceiling + 1];
        Setting shape = new Setting("covisit.neighbours", ceiling);
        rows = memory.table(name + ".rows", WIDTH, shape);
        int largest = 32 - Integer.numberOfLeadingZeros(ceiling + ceiling / 3);
        blocks = new Table[largest - LEAST_SHIFT + 1];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = memory.table(String.format("%s.blocks.%04d", name, capacity(i)), 2 * capacity(i), shape);
            blocks[i].ensure(0);
            blocks[i].setInt(0, UNUSED, 1);
        }
    }

    /** Takes over the rows of one with another ceiling; of those that are too long the lesser part goes, as in a purge. */
    void adopt(Neighbours other) {
        for (int row = 0; ceiling != other.ceiling && other.rows.has(row); row++) {
            rows.ensure(row);
            rows.setInt(row, ERROR, other.rows.getInt(row, ERROR));
            if (other.rows.getInt(row, BLOCK) != 0) {
                adopt(row, other.entries(row));
            }
        }
    }

    private void adopt(int row, long[] entries) {
        int kept = entries.length <= ceiling ? entries.length : ceiling / 2;
        int first = entries.length - kept;
        if (first > 0) {
            rows.setInt(row, ERROR, Math.max(rows.getInt(row, ERROR), (int) (entries[first - 1] >>> 32)));
        }
        int sizeClass = 0;
        while (kept * 4 > capacity(sizeClass) * 3) {
            sizeClass++;
        }
        int handle = allocate(sizeClass);
        int[] page = table(handle).writable(handle >>> CLASS_BITS);
        for (int i = first; i < entries.length; i++) {
            int slot = slot(page, table(handle).offset(handle >>> CLASS_BITS), capacity(sizeClass), (int) entries[i]);
            page[slot] = (int) entries[i];
            page[slot + 1] = (int) (entries[i] >>> 32);
        }
        rows.setInt(row, BLOCK, handle);
        rows.setInt(row, SIZE, kept);
    }

    /** A row's live neighbours by (count, reference). */
    private long[] entries(int row) {
        long[] entries = new long[rows.getInt(row, SIZE)];
        int n = 0;
        int handle = rows.getInt(row, BLOCK);
        int[] page = table(handle).page(handle >>> CLASS_BITS);
        int from = table(handle).offset(handle >>> CLASS_BITS);
        for (int slot = from; slot < from + table(handle).width(); slot += 2) {
            if (page[slot] != 0 && liveness.isLive(page[slot])) {
                entries[n++] = packed(page, slot);
            }
        }
        Arrays.sort(entries, 0, n);
        return Arrays.copyOf(entries, n);
    }

    private static int capacity(int sizeClass) {
        return 1 << (LEAST_SHIFT + sizeClass);
    }

    /** Adds {@code weight} to the count of {@code ref} in {@code row}. */
    void add(int row, int ref, float weight) {
        rows.ensure(row);
        int handle = rows.getInt(row, BLOCK);
        if (handle == 0) {
            handle = allocate(0);
            rows.setInt(row, BLOCK, handle);
        }
        Table table = table(handle);
        int block = handle >>> CLASS_BITS;
        int[] page = table.writable(block);
        int slot = slot(page, table.offset(block), table.width() / 2, ref);
        if (page[slot] == ref) {
            page[slot + 1] = Float.floatToRawIntBits(Float.intBitsToFloat(page[slot + 1]) + weight);
        } else {
            page[slot] = ref;
            page[slot + 1] = Float.floatToRawIntBits(rows.getFloat(row, ERROR) + weight);
            int size = rows.getInt(row, SIZE) + 1;
            rows.setInt(row, SIZE, size);
            makeRoom(row, size, table.width() / 2);
        }
    }

    private void makeRoom(int row, int size, int capacity) {
        if (size > ceiling) {
            prune(row);
        } else if (size * 4 > capacity * 3) {
            rebuild(row, (rows.getInt(row, BLOCK) & (1 << CLASS_BITS) - 1) + 1, Long.MIN_VALUE);
        }
    }

    /** Where {@code ref} is, or the empty slot where it would go. */
    private static int slot(int[] page, int offset, int capacity, int ref) {
        int hash = ref * 0x9E3779B9;
        int at = hash ^ hash >>> 16;
        while (true) {
            int slot = offset + ((at & (capacity - 1)) << 1);
            if (page[slot] == ref || page[slot] == 0) {
                return slot;
            }
            at++;
        }
    }

    /** Drops the neighbours whose items are gone and, when that is not enough, the lesser half by (count, reference). */
    private void prune(int row) {
        int n = 0;
        int handle = rows.getInt(row, BLOCK);
        int[] page = table(handle).page(handle >>> CLASS_BITS);
        int from = table(handle).offset(handle >>> CLASS_BITS);
        for (int slot = from; slot < from + table(handle).width(); slot += 2) {
            if (page[slot] != 0 && liveness.isLive(page[slot])) {
                pruning[n++] = packed(page, slot);
            }
        }
        long cut = Long.MIN_VALUE;
        if (n > ceiling / 2) {
            Arrays.sort(pruning, 0, n);
            cut = pruning[n - 1 - ceiling / 2];
            rows.setInt(row, ERROR, Math.max(rows.getInt(row, ERROR), (int) (cut >>> 32)));
        }
        rebuild(row, handle & (1 << CLASS_BITS) - 1, cut);
    }

    /** Counts are positive, so their bits order like the numbers. */
    private static long packed(int[] page, int slot) {
        return (long) page[slot + 1] << 32 | (page[slot] & 0xFFFFFFFFL);
    }

    /** Moves a row's live neighbours above {@code cut} to a new block. */
    private void rebuild(int row, int sizeClass, long cut) {
        int old = rows.getInt(row, BLOCK);
        int[] from = table(old).page(old >>> CLASS_BITS).clone();
        int start = table(old).offset(old >>> CLASS_BITS);
        int end = start + table(old).width();
        free(old);
        int handle = allocate(sizeClass);
        Table table = table(handle);
        int[] to = table.writable(handle >>> CLASS_BITS);
        int size = 0;
        for (int slot = start; slot < end; slot += 2) {
            if (from[slot] != 0 && packed(from, slot) > cut && liveness.isLive(from[slot])) {
                int target = slot(to, table.offset(handle >>> CLASS_BITS), table.width() / 2, from[slot]);
                to[target] = from[slot];
                to[target + 1] = from[slot + 1];
                size++;
            }
        }
        rows.setInt(row, BLOCK, handle);
        rows.setInt(row, SIZE, size);
    }

    private Table table(int handle) {
        return blocks[handle & (1 << CLASS_BITS) - 1];
    }

    /** A zeroed block of a size class. */
    private int allocate(int sizeClass) {
        Table table = blocks[sizeClass];
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

    private void free(int handle) {
        Table table = table(handle);
        int block = handle >>> CLASS_BITS;
        table.setInt(block, 0, table.getInt(0, FREE_HEAD));
        table.setInt(0, FREE_HEAD, block);
    }

    /** Forgets a row. */
    void clear(int row) {
        if (rows.has(row)) {
            if (rows.getInt(row, BLOCK) != 0) {
                free(rows.getInt(row, BLOCK));
            }
            rows.clear(row);
        }
    }

    /** The most that any count of the row may be above the truth. */
    float error(int row) {
        return rows.has(row) ? rows.getFloat(row, ERROR) : 0;
    }

    /** The count of {@code ref} in {@code row}, 0 when it is not there. */
    float count(int row, int ref) {
        int handle = rows.has(row) ? rows.getInt(row, BLOCK) : 0;
        if (handle == 0) {
            return 0;
        }
        Table table = table(handle);
        int[] page = table.page(handle >>> CLASS_BITS);
        int slot = slot(page, table.offset(handle >>> CLASS_BITS), table.width() / 2, ref);
        return page[slot] == ref ? Float.intBitsToFloat(page[slot + 1]) : 0;
    }

    /** Calls {@code visitor} for every neighbour of a row, in an order that depends on the counts' history only. */
    void forEach(int row, Covisits.NeighbourVisitor visitor) {
        int handle = rows.has(row) ? rows.getInt(row, BLOCK) : 0;
        if (handle == 0) {
            return;
        }
        Table table = table(handle);
        int[] page = table.page(handle >>> CLASS_BITS);
        int from = table.offset(handle >>> CLASS_BITS);
        for (int slot = from; slot < from + table.width(); slot += 2) {
            if (page[slot] != 0) {
                visitor.visit(page[slot], Float.intBitsToFloat(page[slot + 1]));
            }
        }
    }

    /** Multiplies every count and error by {@code factor}. */
    void scale(float factor, int endRow) {
        for (int row = 1; row < endRow && rows.has(row); row++) {
            int handle = rows.getInt(row, BLOCK);
            if (handle != 0) {
                rows.setFloat(row, ERROR, rows.getFloat(row, ERROR) * factor);
                scaleBlock(table(handle), handle >>> CLASS_BITS, factor);
            }
        }
    }

    private static void scaleBlock(Table table, int block, float factor) {
        int[] page = table.writable(block);
        int from = table.offset(block);
        for (int slot = from; slot < from + table.width(); slot += 2) {
            if (page[slot] != 0) {
                page[slot + 1] = Float.floatToRawIntBits(Float.intBitsToFloat(page[slot + 1]) * factor);
            }
        }
    }
}

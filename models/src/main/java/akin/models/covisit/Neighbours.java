package akin.models.covisit;

import akin.models.memory.Blocks;
import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Per item a small hash table from neighbour (a reference) to count, which doubles as it fills. At the ceiling the
 * lesser half goes, and what comes in later starts from the greatest count that went, its error: a count is never below
 * the truth, and above it by no more than the row's error, which stays below {@code 2 n / ceiling} after {@code n}
 * increments of the row. [Misra-Gries with a purge by median, as in Anderson et al., A high-performance algorithm for
 * identifying frequent items in data streams, IMC 2017] Its table, by the item's row, ints:
 *
 * <ul>
 *   <li>the handle of the block with the neighbours, see {@link Blocks}; 0: none
 *   <li>the number of neighbours
 *   <li>the error, a float by its bits
 * </ul>
 */
final class Neighbours {
    private static final int WIDTH = 3;
    private static final int BLOCK = 0;
    private static final int SIZE = 1;
    private static final int ERROR = 2;

    private final Table rows;
    private final Blocks blocks;
    private final int ceiling;
    private final IntPredicate live;
    private final long[] packed;

    /**
     * @param name what the names of its tables start with
     * @param ceiling most neighbours of a row
     * @param live whether a reference still has its item
     */
    Neighbours(Memory memory, String name, int ceiling, IntPredicate live) {
        this.ceiling = ceiling;
        this.live = live;
        packed = new long[ceiling + 1];
        Setting shape = new Setting("covisit.neighbours", ceiling);
        rows = memory.table(name + ".rows", WIDTH, shape);
        blocks = new Blocks(memory, name, ceiling + ceiling / 3, shape);
    }

    /** Takes over the rows of one with another ceiling; of those that are too long the lesser part goes, as in a purge. */
    void adopt(Neighbours other) {
        for (int row = 0; ceiling != other.ceiling && other.rows.has(row); row++) {
            rows.ensure(row);
            rows.setFloat(row, ERROR, other.error(row));
            if (other.handle(row) != 0) {
                adopt(row, other.sorted(row));
            }
        }
    }

    private void adopt(int row, long[] entries) {
        int kept = entries.length <= ceiling ? entries.length : ceiling / 2;
        int first = entries.length - kept;
        if (first > 0) {
            raiseError(row, Counts.count(entries[first - 1]));
        }
        int handle = blocks.allocate(sizeClassFor(kept));
        Counts counts = write(handle);
        for (int i = first; i < entries.length; i++) {
            counts.add(entries[i]);
        }
        rows.setInt(row, BLOCK, handle);
        rows.setInt(row, SIZE, kept);
    }

    /** Returns a row's live neighbours, packed, by (count, reference). */
    private long[] sorted(int row) {
        int n = read(handle(row)).pack(live, packed);
        Arrays.sort(packed, 0, n);
        return Arrays.copyOf(packed, n);
    }

    /** Returns the smallest size class whose blocks have room for so many entries. */
    private static int sizeClassFor(int entries) {
        int sizeClass = 0;
        while (!Counts.hasRoom(entries, Blocks.capacityOf(sizeClass))) {
            sizeClass++;
        }
        return sizeClass;
    }

    private Counts read(int handle) {
        return new Counts(blocks.page(handle), blocks.offset(handle), Blocks.capacity(handle));
    }

    private Counts write(int handle) {
        return new Counts(blocks.writable(handle), blocks.offset(handle), Blocks.capacity(handle));
    }

    private int handle(int row) {
        return rows.has(row) ? rows.getInt(row, BLOCK) : 0;
    }

    private void raiseError(int row, float to) {
        rows.setFloat(row, ERROR, Math.max(rows.getFloat(row, ERROR), to));
    }

    /** Adds {@code weight} to the count of {@code ref} in {@code row}. */
    void add(int row, int ref, float weight) {
        rows.ensure(row);
        int handle = handle(row);
        if (handle == 0) {
            handle = blocks.allocate(0);
            rows.setInt(row, BLOCK, handle);
        }
        Counts counts = write(handle);
        int at = counts.find(ref);
        if (counts.ref(at) == ref) {
            counts.set(at, ref, counts.count(at) + weight);
        } else {
            counts.set(at, ref, error(row) + weight);
            int size = rows.getInt(row, SIZE) + 1;
            rows.setInt(row, SIZE, size);
            makeRoom(row, size, counts.capacity());
        }
    }

    private void makeRoom(int row, int size, int capacity) {
        if (size > ceiling) {
            prune(row);
        } else if (!Counts.hasRoom(size, capacity)) {
            rebuild(row, Blocks.sizeClass(handle(row)) + 1, Long.MIN_VALUE);
        }
    }

    /** Drops the neighbours whose items are gone and, when that is not enough, the lesser half by (count, reference). */
    private void prune(int row) {
        int n = read(handle(row)).pack(live, packed);
        long cut = Long.MIN_VALUE;
        if (n > ceiling / 2) {
            Arrays.sort(packed, 0, n);
            cut = packed[n - 1 - ceiling / 2];
            raiseError(row, Counts.count(cut));
        }
        rebuild(row, Blocks.sizeClass(handle(row)), cut);
    }

    /** Moves a row's live neighbours above {@code cut} to a new block, which may be the old one. */
    private void rebuild(int row, int sizeClass, long cut) {
        Counts old = read(handle(row)).copy();
        blocks.free(handle(row));
        int handle = blocks.allocate(sizeClass);
        Counts counts = write(handle);
        int size = 0;
        for (int at = old.from(); at < old.end(); at += 2) {
            if (old.ref(at) != 0 && old.packed(at) > cut && live.test(old.ref(at))) {
                counts.add(old.packed(at));
                size++;
            }
        }
        rows.setInt(row, BLOCK, handle);
        rows.setInt(row, SIZE, size);
    }

    /** Forgets a row. */
    void clear(int row) {
        if (rows.has(row)) {
            if (handle(row) != 0) {
                blocks.free(handle(row));
            }
            rows.clear(row);
        }
    }

    /** Returns how far any count of the row may be above the truth. */
    float error(int row) {
        return rows.has(row) ? rows.getFloat(row, ERROR) : 0;
    }

    /** Returns the count of {@code ref} in {@code row}, 0 when it is not there. */
    float count(int row, int ref) {
        int handle = handle(row);
        if (handle == 0) {
            return 0;
        }
        Counts counts = read(handle);
        int at = counts.find(ref);
        return counts.ref(at) == ref ? counts.count(at) : 0;
    }

    /** Writes the counts of some references in {@code row}, 0 for those that are not there. */
    void counts(int row, int[] refs, int n, float[] into) {
        int handle = handle(row);
        if (handle == 0) {
            Arrays.fill(into, 0, n, 0);
            return;
        }
        Counts counts = read(handle);
        for (int i = 0; i < n; i++) {
            int at = counts.find(refs[i]);
            into[i] = counts.ref(at) == refs[i] ? counts.count(at) : 0;
        }
    }

    /** Calls {@code visitor} for every neighbour of a row, in an order that depends on the counts' history only. */
    void forEach(int row, Covisits.NeighbourVisitor visitor) {
        int handle = handle(row);
        if (handle == 0) {
            return;
        }
        Counts counts = read(handle);
        for (int at = counts.from(); at < counts.end(); at += 2) {
            if (counts.ref(at) != 0) {
                visitor.visit(counts.ref(at), counts.count(at));
            }
        }
    }

    /** Multiplies every count and error by {@code factor}. */
    void scale(float factor, int endRow) {
        for (int row = 1; row < endRow && rows.has(row); row++) {
            if (handle(row) != 0) {
                rows.setFloat(row, ERROR, Fading.scaled(error(row), factor));
                write(handle(row)).scale(factor);
            }
        }
    }
}

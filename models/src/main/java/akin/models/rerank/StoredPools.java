package akin.models.rerank;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.random.Hash;

/**
 * The newest pools that something was chosen from, as they were then. Of a large pool the chosen candidate and a random
 * sample of the others are kept: in {@code cre.pools.INPUTS}, named after a hash of what the numbers mean, per pool how many
 * candidates it has, then per candidate, the chosen one first, a reference to its item, the buckets of its ranks (4 bits
 * each) and its numbers (16 bits each, in units of 1/{@value #UNIT}).
 */
final class StoredPools {
    private static final float UNIT = 4096;
    private static final int BUCKET_BITS = 4;
    private static final int BUCKETS_PER_INT = Integer.SIZE / BUCKET_BITS;
    private static final int CANDIDATES = 1;

    private final Reservoir reservoir;
    private final Table pools;
    private final int most;
    private final int sources;
    private final int width;
    private final int bucketInts;
    private final int candidateInts;
    private final long seed;

    StoredPools(Memory memory, CreSettings settings, PoolInputs inputs) {
        sources = inputs.sources().size();
        width = inputs.width();
        most = settings.learning().sample();
        seed = Hash.seed(settings.seed(), "cre.pools");
        bucketInts = (sources + BUCKETS_PER_INT - 1) / BUCKETS_PER_INT;
        candidateInts = 1 + bucketInts + (width + 1) / 2;
        // Under other inputs what is stored would mean something else.
        long meaning = Hash.seed(most, inputs.sources() + " " + inputs.parts());
        String name = "cre.pools." + Long.toHexString(meaning >>> Integer.SIZE);
        reservoir = new Reservoir(
                memory,
                name,
                CANDIDATES + most * candidateInts,
                settings.learning(),
                Hash.seed(settings.seed(), "cre.replays"),
                settings.learning().shapeOfReservoir());
        pools = reservoir.rows();
    }

    Reservoir reservoir() {
        return reservoir;
    }

    /**
     * Stores a pool.
     *
     * @param of that pool alone
     * @param refs of its candidates, row by row
     * @param target the row of the chosen one
     */
    void add(PoolBatch of, int[] refs, int target) {
        long number = reservoir.stored();
        int place = reservoir.add();
        int[] page = pools.writable(place);
        int at = pools.offset(place);
        int n = 0;
        write(of, target, refs[target], page, at + CANDIDATES + candidateInts * n++);
        int others = of.rows() - 1;
        int wanted = Math.min(most - 1, others);
        for (int row = 0; row < of.rows(); row++) {
            if (row != target) {
                if (Hash.below(Hash.of(seed, number, row), others--) < wanted) {
                    wanted--;
                    write(of, row, refs[row], page, at + CANDIDATES + candidateInts * n++);
                }
            }
        }
        page[at] = n;
    }

    private void write(PoolBatch of, int row, int ref, int[] page, int at) {
        page[at] = ref;
        for (int i = 0; i < bucketInts; i++) {
            page[at + 1 + i] = 0;
        }
        for (int source = 0; source < sources; source++) {
            page[at + 1 + source / BUCKETS_PER_INT] |=
                    of.bucket(row, source) << BUCKET_BITS * (source % BUCKETS_PER_INT);
        }
        int from = of.offset(row);
        int to = at + 1 + bucketInts;
        for (int i = 0; i < width; i += 2) {
            int low = fixed(of.values()[from + i]);
            int high = i + 1 < width ? fixed(of.values()[from + i + 1]) : 0;
            page[to + i / 2] = low & 0xFFFF | high << Short.SIZE;
        }
    }

    private static int fixed(float x) {
        return Math.round(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, x * UNIT)));
    }

    /** Adds a pool to a batch, without items that are gone; not when that leaves nothing to learn. */
    void read(long number, Items items, PoolBatch into) {
        int place = reservoir.row(number);
        int[] page = pools.page(place);
        int at = pools.offset(place) + CANDIDATES;
        int n = items.resolve(page[at]) == 0 ? 0 : page[at - CANDIDATES];
        int kept = 0;
        for (int i = 0; i < n; i++, at += candidateInts) {
            if (items.resolve(page[at]) != 0) {
                read(page, at + 1, into, into.addCandidate());
                kept++;
            }
        }
        if (kept < 2) {
            into.dropPool();
        } else {
            into.endPool();
        }
    }

    private void read(int[] page, int at, PoolBatch into, int row) {
        for (int source = 0; source < sources; source++) {
            int word = page[at + source / BUCKETS_PER_INT];
            into.setBucket(row, source, word >>> BUCKET_BITS * (source % BUCKETS_PER_INT) & (1 << BUCKET_BITS) - 1);
        }
        int from = at + bucketInts;
        int to = into.offset(row);
        float[] values = into.values();
        for (int i = 0; i < width; i++) {
            values[to + i] = (short) (page[from + i / 2] >>> Short.SIZE * (i % 2)) / UNIT;
        }
    }
}

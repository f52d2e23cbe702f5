package akin.state;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The Flink key of each shard, chosen so that shards spread evenly: at any parallelism up to 12 no two shards are on one
 * subtask while another has none. Hashing the shard's number would leave that to chance.
 *
 * <p>Key groups are cut into equal ranges, one per subtask. So the first shards need positions in [0, 1) of which the
 * first n lie in different n-ths, for every n: a finite instance of the irregularities of distribution [Steinhaus].
 */
public final class ShardKeys {
    public static final int LEAST_MAX_PARALLELISM = 128;
    public static final int GREATEST_MAX_PARALLELISM = 1024;

    private static final int UNIT = 128;
    private static final int[] POSITIONS = {0, 64, 96, 32, 112, 54, 80, 16, 118, 43, 86, 22};
    private static final int KEYS_PER_SHARD_BITS = 16;

    private ShardKeys() {}

    /** The key of a shard, for a job of this maximum parallelism, at most 1024. */
    public static int keyOf(int shard, int maxParallelism) {
        int group = (int) ((long) position(shard) * maxParallelism / UNIT);
        for (int key = shard << KEYS_PER_SHARD_BITS; key >> KEYS_PER_SHARD_BITS == shard; key++) {
            if (KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism) == group) {
                return key;
            }
        }
        throw new IllegalStateException("no key for shard " + shard + " in key group " + group);
    }

    /** The shard of a key. */
    public static int shardOf(int key) {
        return key >> KEYS_PER_SHARD_BITS;
    }

    /** Beyond the table: bit reversal, even at powers of two. */
    private static int position(int shard) {
        return shard < POSITIONS.length ? POSITIONS[shard] : Integer.reverse(shard % UNIT) >>> 25;
    }
}

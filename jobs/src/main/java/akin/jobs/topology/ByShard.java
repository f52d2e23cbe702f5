package akin.jobs.topology;

import akin.models.shard.ShardInput;
import akin.state.ShardKeys;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.java.functions.KeySelector;

/** Keys a shard's input by the shard's key. */
final class ByShard implements KeySelector<ShardInput, Integer> {
    private final int maxParallelism;
    private transient Map<Integer, Integer> keys;

    ByShard(int maxParallelism) {
        this.maxParallelism = maxParallelism;
    }

    @Override
    public Integer getKey(ShardInput input) {
        if (keys == null) {
            keys = new HashMap<>();
        }
        return keys.computeIfAbsent(input.shard(), shard -> ShardKeys.keyOf(shard, maxParallelism));
    }
}

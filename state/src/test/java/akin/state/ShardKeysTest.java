package akin.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardKeysTest {
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 1024})
    void noTwoShardsShareASubtaskWhileAnotherHasNone(int maxParallelism) {
        for (int parallelism = 1; parallelism <= 12; parallelism++) {
            int[] shardsOf = new int[parallelism];
            for (int shard = 0; shard < 64; shard++) {
                shardsOf[subtask(shard, maxParallelism, parallelism)]++;
                int most = 0;
                int least = Integer.MAX_VALUE;
                for (int shards : shardsOf) {
                    most = Math.max(most, shards);
                    least = Math.min(least, shards);
                }
                assertThat(most < 2 || least > 0)
                        .as("%d shards at parallelism %d", shard + 1, parallelism)
                        .isTrue();
            }
        }
    }

    private static int subtask(int shard, int maxParallelism, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                ShardKeys.keyOf(shard, maxParallelism), maxParallelism, parallelism);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 1024})
    void everyShardHasItsOwnKey(int maxParallelism) {
        Set<Integer> keys = new HashSet<>();
        for (int shard = 0; shard < 1000; shard++) {
            int key = ShardKeys.keyOf(shard, maxParallelism);
            assertThat(keys.add(key)).isTrue();
            assertThat(ShardKeys.shardOf(key)).isEqualTo(shard);
        }
    }
}

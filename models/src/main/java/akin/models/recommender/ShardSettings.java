package akin.models.recommender;

import java.io.Serializable;

/**
 * How the catalogue is cut into shards.
 *
 * @param by one shard, one per category path, or by hash of the item id
 * @param depth length of the category path that names a shard
 * @param count number of shards when cut by hash
 */
public record ShardSettings(By by, int depth, int count) implements Serializable {
    public enum By {
        ONE,
        CATEGORY,
        HASH
    }

    public static final ShardSettings ONE = new ShardSettings(By.ONE, 1, 1);
}

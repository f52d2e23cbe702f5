package akin.models.shard;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

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

    public ShardSettings {
        Checks.of("shards")
                .range("depth", depth, 1, 16)
                .range("count", count, 1, 1024)
                .verify();
    }

    /** The settings that say which items lie in which shard. */
    public List<Setting> shape() {
        Setting way = new Setting("shards.by", by.name().toLowerCase(Locale.ROOT));
        return switch (by) {
            case ONE -> List.of(way);
            case CATEGORY -> List.of(way, new Setting("shards.depth", depth));
            case HASH -> List.of(way, new Setting("shards.count", count));
        };
    }

    public static final ShardSettings ONE = new ShardSettings(By.ONE, 1, 1);
}

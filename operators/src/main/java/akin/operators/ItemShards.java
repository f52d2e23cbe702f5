package akin.operators;

import akin.models.catalog.Item;
import akin.models.session.ShardVersions;
import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardDirectory;
import akin.models.shard.ShardSettings;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** Tells which shard an item is in: by its id, or where that takes the catalogue by what was broadcast of it. */
final class ItemShards {
    private final ShardDirectory directory;
    private ReadOnlyBroadcastState<String, ShardVersions> state;

    ItemShards(ShardSettings settings) {
        directory = new ShardDirectory(settings);
    }

    /** Takes the state as it is while one input is processed. */
    void read(ReadOnlyBroadcastState<String, ShardVersions> now) {
        state = now;
    }

    int at(String itemId, long timestamp) {
        if (!directory.needsCatalog()) {
            return directory.shardOf(itemId);
        }
        ShardVersions versions = StateAccess.of(() -> state.get(itemId));
        return versions == null ? ShardDirectory.UNKNOWN : versions.at(timestamp, ShardDirectory.UNKNOWN);
    }

    /** Sends a change, which came in its place among events, to its item's shard. */
    ItemUpdate update(Item item, long number) {
        return new ItemUpdate(directory.shardOf(item.itemId()), item, number);
    }

    /** Takes in where the catalogue puts an item. */
    void put(ItemUpdate update, BroadcastState<String, ShardVersions> shards, long watermark) throws Exception {
        if (directory.needsCatalog()) {
            String itemId = update.item().itemId();
            ShardVersions before = shards.get(itemId);
            long since = update.timestamp();
            shards.put(
                    itemId,
                    before == null
                            ? ShardVersions.of(since, update.shard())
                            : before.plus(since, update.shard(), watermark));
        }
    }
}

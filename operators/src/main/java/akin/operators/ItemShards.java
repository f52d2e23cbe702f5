package akin.operators;

import akin.models.catalog.Item;
import akin.models.session.ShardVersions;
import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardDirectory;
import akin.models.shard.ShardSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** Tells which shard an item is in: by its id, or where that takes the catalogue by what was broadcast of it. */
final class ItemShards {
    private static final int SWEEPS = 8;

    private final ShardDirectory directory;
    private final long keepDeleted;
    private long nextSweep = Long.MIN_VALUE;
    private ReadOnlyBroadcastState<String, ShardVersions> state;

    /**
     * @param keepDeleted for how long it is known where a deleted item was
     */
    ItemShards(ShardSettings settings, Duration keepDeleted) {
        directory = new ShardDirectory(settings);
        this.keepDeleted = keepDeleted.toMillis();
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
            sweep(shards, watermark);
            String itemId = update.item().itemId();
            shards.put(itemId, ShardVersions.after(shards.get(itemId), update, keepDeleted, watermark));
        }
    }

    /** Drops now and then the items that are as good as unknown; nobody can tell when. */
    private void sweep(BroadcastState<String, ShardVersions> shards, long watermark) throws Exception {
        if (watermark < nextSweep || watermark == Long.MIN_VALUE) {
            return;
        }
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, ShardVersions> item : shards.entries()) {
            if (item.getValue().isGone(watermark)) {
                gone.add(item.getKey());
            }
        }
        for (String itemId : gone) {
            shards.remove(itemId);
        }
        nextSweep = watermark + keepDeleted / SWEEPS;
    }
}

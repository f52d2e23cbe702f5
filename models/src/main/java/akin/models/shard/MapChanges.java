package akin.models.shard;

import akin.models.catalog.Item;
import java.util.HashMap;
import java.util.Map;

/** Remembers in maps when each item was last changed, of deleted items of the last ones only. */
public final class MapChanges implements ShardDirectory.Changes {
    private final Map<String, Long> changed = new HashMap<>();
    private final Map<String, Long> deleted = new HashMap<>();
    private final int mostDeleted;

    public MapChanges() {
        this(ShardDirectory.MOST_DELETED);
    }

    /**
     * @param mostDeleted of more deleted items the older half is forgotten
     */
    MapChanges(int mostDeleted) {
        this.mostDeleted = mostDeleted;
    }

    @Override
    public Long newest(String itemId) {
        Long live = changed.get(itemId);
        return live == null ? deleted.get(itemId) : live;
    }

    @Override
    public void put(Item item) {
        if (!item.deleted()) {
            changed.put(item.itemId(), item.timestamp());
            deleted.remove(item.itemId());
            return;
        }
        changed.remove(item.itemId());
        deleted.put(item.itemId(), item.timestamp());
        if (deleted.size() > mostDeleted) {
            ShardDirectory.olderHalf(deleted.entrySet()).forEach(deleted::remove);
        }
    }
}

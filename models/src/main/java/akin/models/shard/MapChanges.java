package akin.models.shard;

import akin.models.catalog.Item;
import java.util.HashMap;
import java.util.Map;

/** Remembers in a map when each item was last changed. */
public final class MapChanges implements ShardDirectory.Changes {
    private final Map<String, Long> newest = new HashMap<>();

    @Override
    public Long newest(String itemId) {
        return newest.get(itemId);
    }

    @Override
    public void put(Item item) {
        newest.put(item.itemId(), item.timestamp());
    }
}

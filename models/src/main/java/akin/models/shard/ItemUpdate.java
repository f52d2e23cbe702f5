package akin.models.shard;

import akin.models.catalog.Item;

/**
 * A catalogue change on its way to a shard.
 *
 * @param sequence number of this change among all of the catalogue's
 */
public record ItemUpdate(int shard, Item item, long sequence) implements ShardInput {
    @Override
    public long timestamp() {
        return item.timestamp();
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public String owner() {
        return item.itemId();
    }
}

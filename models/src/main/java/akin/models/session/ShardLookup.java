package akin.models.session;

/** Which shard an item belongs to at a moment in event time. */
@FunctionalInterface
public interface ShardLookup {
    int shardOf(String itemId, long timestamp);
}

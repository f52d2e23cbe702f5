package akin.state.savepoint;

/**
 * A page in a savepoint.
 *
 * @param key the Flink key of its shard
 */
public record SavedPage(int key, String table, int page, byte[] bytes) {}

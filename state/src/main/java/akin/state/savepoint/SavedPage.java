package akin.state.savepoint;

/** A page in a savepoint, of one table of one shard. */
public record SavedPage(int shard, String table, int number, byte[] bytes) {}

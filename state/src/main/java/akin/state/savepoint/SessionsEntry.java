package akin.state.savepoint;

/**
 * One entry of the state of Sessions, on its way from one savepoint to another.
 *
 * @param id a user's, or an item's where the entry says in which shards it was
 * @param timers a user's, event time; none where the entry is about an item
 * @param value the {@link akin.models.session.Shopper} or {@link akin.models.session.ShardVersions} in bytes
 */
public record SessionsEntry(String id, boolean isUser, long[] timers, byte[] value) {}

package akin.state.savepoint;

import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.state.records.RecordTypes;
import java.io.IOException;

/**
 * One entry of the state of Sessions, on its way out of a savepoint or into one.
 *
 * @param id a user's, or an item's where the entry says in which shards it was
 * @param timers a user's, event time; none where the entry is about an item
 * @param value the {@link Shopper} or {@link ShardVersions} in bytes
 */
public record SessionsEntry(String id, boolean isUser, long[] timers, byte[] value) {
    private static final long[] NO_TIMERS = {};

    static SessionsEntry user(String id, long[] timers, Shopper shopper) {
        return new SessionsEntry(id, true, timers, Bytes.of(shopper, RecordTypes.SHOPPER));
    }

    static SessionsEntry item(String id, ShardVersions shards) {
        return new SessionsEntry(id, false, NO_TIMERS, Bytes.of(shards, RecordTypes.SHARD_VERSIONS));
    }

    Shopper shopper() throws IOException {
        return Bytes.read(value, RecordTypes.SHOPPER);
    }

    ShardVersions shards() throws IOException {
        return Bytes.read(value, RecordTypes.SHARD_VERSIONS);
    }
}

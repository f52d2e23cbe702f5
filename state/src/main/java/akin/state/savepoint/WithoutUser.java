package akin.state.savepoint;

import akin.state.records.RecordTypes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** States of a savepoint as they are, but for one user. */
final class WithoutUser {
    private static final long[] NO_TIMERS = {};

    private final Savepoint from;
    private final SavedStates states;
    private final String userId;

    WithoutUser(StreamExecutionEnvironment env, Savepoint from, String userId) throws IOException {
        this.from = from;
        this.userId = userId;
        states = new SavedStates(env, from);
    }

    /** Sessions without the user and the user's timers. */
    StateBootstrapTransformation<SessionsEntry> sessions(String uid) throws IOException {
        TypeInformation<SessionsEntry> type = TypeInformation.of(SessionsEntry.class);
        DataStream<SessionsEntry> users = states.read(uid, new SessionsCopyReader(userId), Types.STRING, type);
        DataStream<SessionsEntry> broadcast = states.shardsOfItems(uid)
                .map(
                        item -> new SessionsEntry(
                                item.f0, false, NO_TIMERS, Bytes.of(item.f1, RecordTypes.SHARD_VERSIONS)),
                        type);
        return OperatorTransformation.bootstrapWith(users.union(broadcast))
                .setMaxParallelism(from.maxParallelism(uid))
                .keyBy(SessionsEntry::id, Types.STRING)
                .transform(new SessionsWriter());
    }

    /** Shards without what waits of the user. */
    StateBootstrapTransformation<ShardEntry> shards(String uid) throws IOException {
        DataStream<ShardEntry> entries = states.read(
                uid, new ShardCopyReader(from.tables(uid), userId), Types.INT, TypeInformation.of(ShardEntry.class));
        return OperatorTransformation.bootstrapWith(entries)
                .setMaxParallelism(from.maxParallelism(uid))
                .keyBy(ShardEntry::key, Types.INT)
                .transform(new ShardCopyWriter(from.tables(uid)));
    }
}

package akin.state.savepoint;

import akin.models.memory.Paged;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.shard.ShardSettings;
import akin.state.Uids;
import akin.state.savepoint.ShardEntry.Kind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A savepoint that is made from another one, which stays as it is: what isn't left out or replaced is copied. */
public final class DerivedSavepoint {
    private final StreamExecutionEnvironment env = SavepointEnvironment.create();
    private final Savepoint from;
    private final SavedStates states;
    private final SavepointWriter writer;

    public DerivedSavepoint(Savepoint from) throws IOException {
        this.from = from;
        states = new SavedStates(env, from);
        writer = SavepointWriter.fromExistingSavepoint(env, from.path());
    }

    /** Leaves an operator's state out. */
    public DerivedSavepoint without(String uid) {
        writer.removeOperator(OperatorIdentifier.forUid(uid));
        return this;
    }

    /**
     * Leaves a user out of Sessions, timers and all. The definitions of experiments that Sessions knows can't be copied: the
     * control topic is read anew.
     */
    public DerivedSavepoint forgetting(String userId) throws IOException {
        DataStream<SessionsEntry> others =
                states.users().filter(user -> !user.id().equals(userId));
        return without(Uids.CONTROL_SOURCE)
                .replaced(
                        Uids.SESSIONS,
                        OperatorTransformation.bootstrapWith(others.union(states.shardsOfItems()))
                                .setMaxParallelism(from.maxParallelism(Uids.SESSIONS))
                                .keyBy(SessionsEntry::id, Types.STRING)
                                .transform(new SessionsWriter()));
    }

    /** Leaves what waits of a user out of the shards. */
    public DerivedSavepoint dropping(String userId) throws IOException {
        DataStream<ShardEntry> others = states.shards(EnumSet.allOf(Kind.class))
                .filter(entry -> !entry.is(Kind.PENDING) || !entry.input().isOf(userId));
        return shards(others, from.tables(Uids.SHARDS));
    }

    /** Brings the shards under other settings. */
    public DerivedSavepoint migrated(RecommenderSettings before, RecommenderSettings after, ShardSettings cut)
            throws IOException {
        List<String> tables = new Recommender(after)
                .memory().tables().stream().map(Paged::name).toList();
        return shards(states.migrated(before, after, cut), tables);
    }

    private DerivedSavepoint shards(DataStream<ShardEntry> entries, List<String> tables) {
        return replaced(
                Uids.SHARDS,
                OperatorTransformation.bootstrapWith(entries)
                        .setMaxParallelism(from.maxParallelism(Uids.SHARDS))
                        .keyBy(ShardEntry::key, Types.INT)
                        .transform(new ShardWriter(tables)));
    }

    private DerivedSavepoint replaced(String uid, StateBootstrapTransformation<?> state) {
        writer.removeOperator(OperatorIdentifier.forUid(uid)).withOperator(OperatorIdentifier.forUid(uid), state);
        return this;
    }

    /** Writes it; nothing may be there yet. */
    public void write(String to) throws Exception {
        requireNew(to);
        NativeFiles.requireOwned(from.path());
        writer.write(to);
        env.execute("akin savepoint");
        NativeFiles.copy(from.path(), to);
    }

    /** Refuses a place where something is already: a savepoint is never written over. */
    public static void requireNew(String to) throws IOException {
        Path path = new Path(to);
        FileSystem files = path.getFileSystem();
        if (files.exists(path)) {
            throw new IOException(to + " is there already: name a path that is not");
        }
    }
}

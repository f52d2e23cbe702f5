package akin.state.savepoint;

import akin.models.recommender.RecommenderSettings;
import akin.models.shard.ShardSettings;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A savepoint that is made from another one, which stays as it is: what isn't left out or replaced is copied. */
public final class DerivedSavepoint {
    private final StreamExecutionEnvironment env;
    private final Savepoint from;
    private final SavepointWriter writer;

    public DerivedSavepoint(StreamExecutionEnvironment env, Savepoint from) throws IOException {
        this.env = env;
        this.from = from;
        writer = SavepointWriter.fromExistingSavepoint(env, from.path());
    }

    /** Leaves an operator's state out. */
    public DerivedSavepoint without(String uid) {
        writer.removeOperator(OperatorIdentifier.forUid(uid));
        return this;
    }

    /** Leaves a user out of Sessions. */
    public DerivedSavepoint forgetting(String userId, String sessions) throws IOException {
        return replaced(sessions, new WithoutUser(env, from, userId).sessions(sessions));
    }

    /** Leaves what waits of a user out of the shards. */
    public DerivedSavepoint dropping(String userId, String shards) throws IOException {
        return replaced(shards, new WithoutUser(env, from, userId).shards(shards));
    }

    private DerivedSavepoint replaced(String uid, StateBootstrapTransformation<?> state) {
        writer.removeOperator(OperatorIdentifier.forUid(uid)).withOperator(OperatorIdentifier.forUid(uid), state);
        return this;
    }

    /** Brings the shards of the operator under other settings. */
    public DerivedSavepoint migrated(
            String uid, RecommenderSettings before, RecommenderSettings after, ShardSettings cut) throws IOException {
        return replaced(
                uid,
                OperatorTransformation.bootstrapWith(new SavedStates(env, from).migrated(uid, before, after, cut))
                        .keyBy(SavedPage::key, Types.INT)
                        .transform(new ShardWriter(after, cut)));
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

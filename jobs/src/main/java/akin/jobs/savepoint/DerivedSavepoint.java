package akin.jobs.savepoint;

import java.io.IOException;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A savepoint that is made from another one, which stays as it is: what isn't left out or replaced is copied. */
final class DerivedSavepoint {
    private final StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    private final SavepointWriter writer;

    DerivedSavepoint(String from) throws IOException {
        writer = SavepointWriter.fromExistingSavepoint(env, from);
    }

    DerivedSavepoint without(String uid) {
        writer.removeOperator(OperatorIdentifier.forUid(uid));
        return this;
    }

    void write(String to) throws Exception {
        requireNew(to);
        writer.write(to);
        env.execute("akin savepoint");
    }

    /** Refuses a place where something is already: a savepoint is never written over. */
    static void requireNew(String to) throws IOException {
        Path path = new Path(to);
        FileSystem files = path.getFileSystem();
        if (files.exists(path)) {
            throw new IOException(to + " is there already: name a path that is not");
        }
    }
}

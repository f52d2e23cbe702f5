package akin.state.savepoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.apache.flink.runtime.state.filesystem.RelativeFileStateHandle;
import org.apache.flink.state.api.runtime.SavepointLoader;

/** RocksDB's own files in a savepoint, which the State Processor API leaves behind when it copies operators. */
final class NativeFiles {
    private NativeFiles() {}

    /** Refuses a checkpoint: others may own its files. */
    static void requireOwned(String savepoint) throws IOException {
        for (FileStateHandle file : in(savepoint)) {
            if (!(file instanceof RelativeFileStateHandle)) {
                throw new IOException(
                        savepoint + " is an incremental checkpoint, whose files its job may delete: start "
                                + "the job from it and take a savepoint");
            }
        }
    }

    /** Copies those that the second savepoint refers to. */
    static void copy(String from, String to) throws IOException {
        for (FileStateHandle file : in(to)) {
            Path source = new Path(from, file.getFilePath().getName());
            try (InputStream in = source.getFileSystem().open(source);
                    OutputStream out = file.getFilePath()
                            .getFileSystem()
                            .create(file.getFilePath(), FileSystem.WriteMode.OVERWRITE)) {
                in.transferTo(out);
            }
        }
    }

    private static List<FileStateHandle> in(String savepoint) throws IOException {
        return SavepointLoader.loadSavepointMetadata(savepoint).getOperatorStates().stream()
                .map(OperatorState::getStates)
                .flatMap(subtasks -> subtasks.stream().flatMap(subtask -> subtask.getManagedKeyedState().stream()))
                .filter(IncrementalRemoteKeyedStateHandle.class::isInstance)
                .flatMap(state -> ((IncrementalRemoteKeyedStateHandle) state).streamSubHandles())
                .filter(FileStateHandle.class::isInstance)
                .map(FileStateHandle.class::cast)
                .toList();
    }
}

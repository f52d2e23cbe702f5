package akin.state.savepoint;

import akin.state.pages.PagedState;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.SavepointKeyedStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.runtime.SavepointLoader;

/** What the metadata of a savepoint (or a retained checkpoint) tells, before any state is read. */
public final class Savepoint {
    /** How keyed state was written, which decides the state backends that can read it. */
    public enum Format {
        CANONICAL,
        NATIVE_HEAP,
        NATIVE_ROCKSDB
    }

    private final String path;
    private final TreeMap<String, OperatorState> operators = new TreeMap<>();

    private Savepoint(String path) {
        this.path = path;
    }

    /**
     * Opens a savepoint of a job that has operators of these uids.
     *
     * @param path its folder or its {@code _metadata} file
     * @throws IOException saying what is wrong with the path
     */
    public static Savepoint open(String path, Collection<String> uids) throws IOException {
        Savepoint savepoint = new Savepoint(path);
        CheckpointMetadata metadata = metadata(path);
        for (String uid : uids) {
            metadata.getOperatorStates().stream()
                    .filter(state -> state.getOperatorID()
                            .equals(OperatorIdentifier.forUid(uid).getOperatorId()))
                    .findFirst()
                    .ifPresent(state -> savepoint.operators.put(uid, state));
        }
        if (savepoint.operators.size() < Set.copyOf(uids).size()) {
            TreeSet<String> missing = new TreeSet<>(uids);
            missing.removeAll(savepoint.operators.keySet());
            throw new IOException(path + " is a savepoint of another job: it has no operator with the uid "
                    + String.join(", ", missing));
        }
        return savepoint;
    }

    private static CheckpointMetadata metadata(String path) throws IOException {
        try {
            return SavepointLoader.loadSavepointMetadata(path);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(path + " can't be read as a savepoint: " + e.getMessage(), e);
        }
    }

    public String path() {
        return path;
    }

    /** The maximum parallelism of an operator. */
    public int maxParallelism(String uid) {
        return operators.get(uid).getMaxParallelism();
    }

    /** Bytes of an operator's state in the savepoint. */
    public long bytes(String uid) {
        return operators.get(uid).getStateSize();
    }

    /** The format of all keyed state; canonical when there is none. */
    public Format format() {
        return operators.values().stream()
                .flatMap(operator -> handles(operator).stream())
                .map(Savepoint::format)
                .findFirst()
                .orElse(Format.CANONICAL);
    }

    private static Format format(KeyedStateHandle handle) {
        if (handle instanceof SavepointKeyedStateHandle) {
            return Format.CANONICAL;
        }
        return handle instanceof KeyGroupsStateHandle ? Format.NATIVE_HEAP : Format.NATIVE_ROCKSDB;
    }

    private static List<KeyedStateHandle> handles(OperatorState operator) {
        return operator.getStates().stream()
                .flatMap(subtask -> subtask.getManagedKeyedState().stream())
                .toList();
    }

    /** Names of the tables that an operator has pages of, in alphabetical order. */
    public List<String> tables(String uid) throws IOException {
        return states(uid).stream()
                .flatMap(name -> PagedState.tableOf(name).stream())
                .toList();
    }

    /** Names of the keyed states of an operator, in alphabetical order. */
    public List<String> states(String uid) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (KeyedStateHandle handle : handles(operators.get(uid))) {
            try (FSDataInputStream in = open(handle)) {
                KeyedBackendSerializationProxy<?> header =
                        new KeyedBackendSerializationProxy<>(Savepoint.class.getClassLoader());
                header.read(new DataInputViewStreamWrapper(in));
                header.getStateMetaInfoSnapshots().stream()
                        .map(StateMetaInfoSnapshot::getName)
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** Each kind of keyed state starts with the same header. */
    private static FSDataInputStream open(KeyedStateHandle handle) throws IOException {
        if (handle instanceof KeyGroupsStateHandle groups) {
            return groups.openInputStream();
        }
        if (handle instanceof IncrementalRemoteKeyedStateHandle incremental) {
            return incremental.getMetaDataStateHandle().openInputStream();
        }
        throw new IOException("keyed state of the kind " + handle.getClass().getSimpleName()
                + " can't be read: take a canonical savepoint (flink savepoint --type canonical)");
    }
}

package akin.state.savepoint;

import akin.models.recommender.RecommenderSettings;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.DynamicCodeLoadingException;

/** The states in a savepoint as bounded streams, in no particular order but one key's entries together. */
public final class SavedStates {
    private final Savepoint savepoint;
    private final SavepointReader reader;

    public SavedStates(StreamExecutionEnvironment env, Savepoint savepoint) throws IOException {
        this.savepoint = savepoint;
        reader = SavepointReader.read(env, savepoint.path(), backend(savepoint.format()));
    }

    /** RocksDB reads the canonical format too, and keeps on disk what would take memory twice. */
    static StateBackend backend(Savepoint.Format format) throws IOException {
        Configuration config = new Configuration();
        config.set(StateBackendOptions.STATE_BACKEND, format == Savepoint.Format.NATIVE_HEAP ? "hashmap" : "rocksdb");
        try {
            return StateBackendLoader.loadStateBackendFromConfig(config, SavedStates.class.getClassLoader(), null);
        } catch (DynamicCodeLoadingException e) {
            throw new IOException("the state backend that reads " + format + " savepoints is not here", e);
        }
    }

    /** All of the above and below, to be compared. */
    public DataStream<StateEntry> entries(String shards, String sessions, String directory) throws IOException {
        TypeInformation<StateEntry> type = TypeInformation.of(StateEntry.class);
        return pages(shards)
                .map(
                        page -> new StateEntry(
                                page.table(), String.valueOf(page.key()), page.page(), true, page.bytes()),
                        type)
                .union(
                        pending(shards).map(SavedStates::entry, type),
                        shoppers(sessions)
                                .map(
                                        user -> new StateEntry(
                                                "(users)", user.f0, 0, false, Bytes.of(user.f1, RecordTypes.SHOPPER)),
                                        type),
                        paths(directory).map(path -> entry("(category paths)", path), type),
                        items(directory).map(item -> entry("(shards of items)", item), type));
    }

    private static StateEntry entry(ShardInput input) {
        String owner = input.shard() + " " + input.timestamp() + " " + input.rank() + " " + input.owner() + " "
                + input.sequence();
        return new StateEntry("(waiting)", owner, 0, false, Bytes.of(input, RecordTypes.SHARD_INPUT));
    }

    private static StateEntry entry(String part, Tuple2<String, Integer> number) {
        return new StateEntry(part, number.f0, 0, false, Bytes.of(number.f1, Types.INT));
    }

    /** All pages of all shards. */
    public DataStream<SavedPage> pages(String uid) throws IOException {
        return read(uid, new PagesReader(savepoint.tables(uid)), Types.INT, TypeInformation.of(SavedPage.class));
    }

    /** The pages of all shards, and what they had not learned yet, brought under other settings. */
    DataStream<SavedPage> migrated(String uid, RecommenderSettings before, RecommenderSettings after, ShardSettings cut)
            throws IOException {
        return read(uid, new ShardMigrator(before, after, cut), Types.INT, TypeInformation.of(SavedPage.class));
    }

    /** The settings that the shards' pages were written under, once per shard. */
    public DataStream<Tuple2<String, String>> settings(String uid) throws IOException {
        return read(uid, new ShapeReader(), Types.INT, Types.TUPLE(Types.STRING, Types.STRING));
    }

    /** Names of the shards' tables, once per shard. */
    public DataStream<String> tables(String uid) throws IOException {
        return read(uid, new TablesReader(), Types.INT, Types.STRING);
    }

    /** What the shards had not learned yet. */
    public DataStream<ShardInput> pending(String uid) throws IOException {
        return read(uid, new PendingReader(), Types.INT, RecordTypes.SHARD_INPUT);
    }

    /** Users and what is remembered of them. */
    public DataStream<Tuple2<String, Shopper>> shoppers(String uid) throws IOException {
        return read(uid, new ShoppersReader(), Types.STRING, Types.TUPLE(Types.STRING, RecordTypes.SHOPPER));
    }

    /** Category paths and their shards. */
    public DataStream<Tuple2<String, Integer>> paths(String uid) throws IOException {
        return numbers(uid, OperatorStates.paths());
    }

    /** Items and their shards, where the directory has to remember them. */
    public DataStream<Tuple2<String, Integer>> items(String uid) throws IOException {
        return numbers(uid, OperatorStates.items());
    }

    private DataStream<Tuple2<String, Integer>> numbers(String uid, MapStateDescriptor<String, Integer> state)
            throws IOException {
        return read(uid, new NumbersReader(state), Types.INT, Types.TUPLE(Types.STRING, Types.INT));
    }

    /** Items and their shards as Sessions knows them, where the catalogue has to tell. */
    DataStream<Tuple2<String, ShardVersions>> shardsOfItems(String uid) throws IOException {
        return reader.readBroadcastState(
                OperatorIdentifier.forUid(uid),
                OperatorStates.shardsOfItems().getName(),
                Types.STRING,
                RecordTypes.SHARD_VERSIONS);
    }

    /** A key of which the function collects nothing comes as null, which no serializer takes: it goes no further. */
    <K, T> DataStream<T> read(
            String uid, KeyedStateReaderFunction<K, T> function, TypeInformation<K> key, TypeInformation<T> type)
            throws IOException {
        return reader.readKeyedState(OperatorIdentifier.forUid(uid), function, key, type)
                .filter(Objects::nonNull);
    }
}

package akin.state.savepoint;

import akin.models.recommender.RecommenderSettings;
import akin.models.session.Shopper;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import akin.state.savepoint.ShardEntry.Kind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
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
    private static final TypeInformation<ShardEntry> SHARD_ENTRY = TypeInformation.of(ShardEntry.class);
    private static final TypeInformation<SessionsEntry> SESSIONS_ENTRY = TypeInformation.of(SessionsEntry.class);
    private static final TypeInformation<Tuple2<String, Integer>> NUMBER = Types.TUPLE(Types.STRING, Types.INT);

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

    /** All pages of all shards. */
    public DataStream<SavedPage> pages() throws IOException {
        return shards(EnumSet.of(Kind.PAGE)).map(ShardEntry::page, TypeInformation.of(SavedPage.class));
    }

    /** The settings that the shards' pages were written under, once per shard: key and text. */
    public DataStream<Tuple2<String, String>> settings() throws IOException {
        return shards(EnumSet.of(Kind.SETTING))
                .map(setting -> Tuple2.of(setting.name(), setting.text()), Types.TUPLE(Types.STRING, Types.STRING));
    }

    /** Names of the shards' tables, once per shard. */
    public DataStream<String> tables() throws IOException {
        return shards(EnumSet.of(Kind.TABLE)).map(ShardEntry::name, Types.STRING);
    }

    /** What the shards had not learned yet. */
    public DataStream<ShardInput> pending() throws IOException {
        return shards(EnumSet.of(Kind.PENDING)).map(ShardEntry::input, RecordTypes.SHARD_INPUT);
    }

    /** Some kinds of entries of the shards. */
    DataStream<ShardEntry> shards(Set<Kind> kinds) throws IOException {
        return read(Uids.SHARDS, new ShardReader(savepoint.tables(Uids.SHARDS), kinds), Types.INT, SHARD_ENTRY);
    }

    /** All entries of the shards, brought under other settings. */
    DataStream<ShardEntry> migrated(RecommenderSettings before, RecommenderSettings after, ShardSettings cut)
            throws IOException {
        return read(Uids.SHARDS, new ShardMigrator(before, after, cut), Types.INT, SHARD_ENTRY);
    }

    /** Users and what is remembered of them. */
    public DataStream<Tuple2<String, Shopper>> shoppers() throws IOException {
        return users().map(
                        user -> Tuple2.of(user.id(), user.shopper()), Types.TUPLE(Types.STRING, RecordTypes.SHOPPER));
    }

    /** Users with their timers. */
    DataStream<SessionsEntry> users() throws IOException {
        return read(Uids.SESSIONS, new SessionsReader(), Types.STRING, SESSIONS_ENTRY);
    }

    /** Items and their shards as Sessions knows them, where the catalogue has to tell. */
    DataStream<SessionsEntry> shardsOfItems() throws IOException {
        return reader.readBroadcastState(
                        OperatorIdentifier.forUid(Uids.SESSIONS),
                        OperatorStates.shardsOfItems().getName(),
                        Types.STRING,
                        RecordTypes.SHARD_VERSIONS)
                .map(item -> SessionsEntry.item(item.f0, item.f1), SESSIONS_ENTRY);
    }

    /** Category paths and their shards. */
    public DataStream<Tuple2<String, Integer>> paths() throws IOException {
        return numbers(OperatorStates.paths());
    }

    /** Items and their shards, where the directory has to remember them. */
    public DataStream<Tuple2<String, Integer>> items() throws IOException {
        return numbers(OperatorStates.items());
    }

    private DataStream<Tuple2<String, Integer>> numbers(MapStateDescriptor<String, Integer> state) throws IOException {
        return read(Uids.DIRECTORY, new NumbersReader(state), Types.INT, NUMBER);
    }

    /** A key of which the function collects nothing comes as null, which no serializer takes: it goes no further. */
    private <K, T> DataStream<T> read(
            String uid, KeyedStateReaderFunction<K, T> function, TypeInformation<K> key, TypeInformation<T> type)
            throws IOException {
        return reader.readKeyedState(OperatorIdentifier.forUid(uid), function, key, type)
                .filter(Objects::nonNull);
    }
}

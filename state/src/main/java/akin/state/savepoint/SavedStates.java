package akin.state.savepoint;

import akin.models.recommender.ShardInput;
import akin.models.session.Shopper;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import java.io.IOException;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The states in a savepoint as bounded streams, in no particular order but one key's entries together. */
public final class SavedStates {
    private final Savepoint savepoint;
    private final SavepointReader reader;

    /**
     * @param env whose state backend can read the savepoint's format
     */
    public SavedStates(StreamExecutionEnvironment env, Savepoint savepoint) throws IOException {
        this.savepoint = savepoint;
        reader = SavepointReader.read(env, savepoint.path());
    }

    /** All pages of all shards. */
    public DataStream<SavedPage> pages(String uid) throws IOException {
        return read(uid, new PagesReader(savepoint.tables(uid)), Types.INT, TypeInformation.of(SavedPage.class));
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

    private <K, T> DataStream<T> read(
            String uid, KeyedStateReaderFunction<K, T> function, TypeInformation<K> key, TypeInformation<T> type)
            throws IOException {
        return reader.readKeyedState(OperatorIdentifier.forUid(uid), function, key, type);
    }
}

package akin.similar.training;

import akin.models.session.Seen;
import akin.models.session.Shopper;
import akin.state.OperatorStates;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import akin.state.savepoint.SavepointEnvironment;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A savepoint of the streaming job that remembers shoppers, and nothing else. */
final class WrittenSavepoint {
    private static final int MAX_PARALLELISM = 128;

    private WrittenSavepoint() {}

    static Tuple2<String, Shopper> shopper(String id, List<String> history, List<String> bought) {
        List<Seen> seen = history.stream().map(item -> new Seen(item, 1)).toList();
        return Tuple2.of(id, new Shopper(1, 1, null, seen, bought, List.of(), List.of(), Shopper.NEW.quota()));
    }

    static void write(String path, List<Tuple2<String, Shopper>> shoppers) throws Exception {
        StreamExecutionEnvironment env = SavepointEnvironment.create();
        SavepointWriter writer = SavepointWriter.newSavepoint(env, MAX_PARALLELISM);
        for (String uid : List.of(Uids.SESSIONS, Uids.SHARDS, Uids.DIRECTORY)) {
            writer.withOperator(
                    OperatorIdentifier.forUid(uid),
                    OperatorTransformation.bootstrapWith(
                                    env.fromData(shoppers, Types.TUPLE(Types.STRING, RecordTypes.SHOPPER)))
                            .setMaxParallelism(MAX_PARALLELISM)
                            .keyBy(shopper -> shopper.f0, Types.STRING)
                            .transform(new Writer()));
        }
        writer.write(path);
        env.execute();
    }

    private static final class Writer extends KeyedStateBootstrapFunction<String, Tuple2<String, Shopper>> {
        private transient ValueState<Shopper> shopper;

        @Override
        public void open(OpenContext context) {
            shopper = getRuntimeContext().getState(OperatorStates.shopper());
        }

        @Override
        public void processElement(Tuple2<String, Shopper> of, Context context) throws Exception {
            shopper.update(of.f1);
        }
    }
}

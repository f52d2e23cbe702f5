package akin.bench.faults;

import akin.jobs.config.AkinSettings;
import akin.jobs.topology.Uids;
import akin.models.memory.Paged;
import akin.models.recommender.PlainLoop;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.operators.ShardKeys;
import akin.state.pages.PagedState;
import akin.state.records.RecordTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;

/** The model in a savepoint. */
final class SavedModel {
    private SavedModel() {}

    /** Its digest, as a replay would tell it. */
    static String digest(AkinSettings settings, String savepoint) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        var reports = SavepointReader.read(env, savepoint, new HashMapStateBackend())
                .readKeyedState(
                        OperatorIdentifier.forUid(Uids.SHARDS),
                        new Reports(settings.recommender()),
                        Types.INT,
                        RecordTypes.SHARD_REPORT);
        List<ShardReport> all = new ArrayList<>();
        try (CloseableIterator<ShardReport> iterator = reports.executeAndCollect()) {
            iterator.forEachRemaining(all::add);
        }
        return PlainLoop.digest(all);
    }

    /** Loads each shard's pages into a recommender and has it report. */
    private static final class Reports extends KeyedStateReaderFunction<Integer, ShardReport> {
        private final RecommenderSettings settings;
        private transient Map<String, MapState<Integer, byte[]>> tables;

        Reports(RecommenderSettings settings) {
            this.settings = settings;
        }

        @Override
        public void open(OpenContext context) {
            tables = new TreeMap<>();
            for (Paged table : new Recommender(settings).memory().tables()) {
                tables.put(table.name(), getRuntimeContext().getMapState(PagedState.descriptor(table.name())));
            }
        }

        @Override
        public void readKey(Integer key, Context context, Collector<ShardReport> out) throws Exception {
            Recommender recommender = new Recommender(settings);
            for (Map.Entry<String, MapState<Integer, byte[]>> table : tables.entrySet()) {
                for (Map.Entry<Integer, byte[]> page : table.getValue().entries()) {
                    recommender.memory().load(table.getKey(), page.getKey(), page.getValue());
                }
            }
            recommender.loaded();
            out.collect(recommender.report(ShardKeys.shardOf(key), true));
        }
    }
}

package akin.state.savepoint;

import akin.models.Fixtures;
import akin.models.loop.PlainLoop;
import akin.models.memory.Memory;
import akin.models.memory.Paged;
import akin.models.recommender.RecommenderSettings;
import akin.models.session.CovisitUnit;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.ShardKeys;
import akin.state.Uids;
import akin.state.pages.PagedState;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A small savepoint as a job would leave it: two shards that learned, two users, a category. */
final class WrittenSavepoint {
    static final int MAX_PARALLELISM = 256;
    static final ShardSettings CUT = new ShardSettings(ShardSettings.By.HASH, 1, 2);
    static final RecommenderSettings SETTINGS = Fixtures.recommenderSettings();
    static final long[] TIMERS = {Fixtures.START, Fixtures.START + 60_000};

    private static final int MESSAGES = 1500;

    private WrittenSavepoint() {}

    /** A for-loop that learned what the savepoint holds. */
    static PlainLoop loop() {
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), SETTINGS, CUT);
        Fixtures.messages(7, 40, 80, MESSAGES).forEach(loop::add);
        loop.run(ranking -> {});
        return loop;
    }

    /** What waits for the watermark. */
    static RankRequest waiting(int shard, String user) {
        return new RankRequest(
                shard, Fixtures.START, user, 1, 0, "r-" + user, "i1", "similar", List.of("i1"), List.of());
    }

    static Shopper shopper(String user) {
        return new Shopper(
                3,
                Fixtures.START,
                null,
                List.of(),
                List.of("bought-by-" + user),
                List.of(Fixtures.view("e-" + user, user, "i2", Fixtures.START)),
                List.of(),
                Shopper.NEW.quota());
    }

    static void write(PlainLoop loop, String path) throws Exception {
        StreamExecutionEnvironment env = SavepointEnvironment.create();
        List<ShardEntry> shards = new ArrayList<>();
        for (int shard = 0; shard < CUT.count(); shard++) {
            add(shard, loop.shard(shard).memory(), shards);
        }
        List<String> tables =
                loop.shard(0).memory().tables().stream().map(Paged::name).toList();
        List<SessionsEntry> sessions = List.of(
                SessionsEntry.user("ann", TIMERS, shopper("ann")),
                SessionsEntry.user("bob", TIMERS, shopper("bob")),
                SessionsEntry.item("i1", ShardVersions.of(Fixtures.START, 1)));
        SavepointWriter.newSavepoint(env, MAX_PARALLELISM)
                .withOperator(
                        OperatorIdentifier.forUid(Uids.SHARDS),
                        OperatorTransformation.bootstrapWith(env.fromData(
                                        TypeInformation.of(ShardEntry.class), shards.toArray(ShardEntry[]::new)))
                                .setMaxParallelism(MAX_PARALLELISM)
                                .keyBy(ShardEntry::key, Types.INT)
                                .transform(new ShardWriter(tables)))
                .withOperator(
                        OperatorIdentifier.forUid(Uids.SESSIONS),
                        OperatorTransformation.bootstrapWith(env.fromData(
                                        TypeInformation.of(SessionsEntry.class),
                                        sessions.toArray(SessionsEntry[]::new)))
                                .setMaxParallelism(MAX_PARALLELISM)
                                .keyBy(SessionsEntry::id, Types.STRING)
                                .transform(new SessionsWriter()))
                .withOperator(
                        OperatorIdentifier.forUid(Uids.DIRECTORY),
                        OperatorTransformation.bootstrapWith(env.fromData(Types.STRING, "", "shoes"))
                                .setMaxParallelism(MAX_PARALLELISM)
                                .keyBy(category -> 0, Types.INT)
                                .transform(new Directory()))
                .withOperator(
                        OperatorIdentifier.forUid(Uids.CONTROL_SOURCE),
                        OperatorTransformation.bootstrapWith(env.fromData(Types.STRING, "read so far"))
                                .setMaxParallelism(MAX_PARALLELISM)
                                .keyBy(position -> 0, Types.INT)
                                .transform(new Directory()))
                .write(path);
        env.execute();
    }

    private static void add(int shard, Memory memory, List<ShardEntry> entries) {
        int key = ShardKeys.keyOf(shard, MAX_PARALLELISM);
        memory.forEachPage((table, number, page) -> entries.add(ShardEntry.page(key, table, number, page)));
        memory.tables().forEach(table -> entries.add(ShardEntry.table(key, table.name(), table.width())));
        PagedState.shape(memory, CUT.shape()).forEach((name, text) -> entries.add(ShardEntry.setting(key, name, text)));
        for (ShardInput input : List.of(waiting(shard, "ann"), waiting(shard, "bob"))) {
            entries.add(ShardEntry.pending(key, input));
        }
    }

    /** Numbers category paths by their length. */
    private static final class Directory extends KeyedStateBootstrapFunction<Integer, String> {
        private transient MapState<String, Integer> paths;

        @Override
        public void open(OpenContext context) {
            paths = getRuntimeContext().getMapState(OperatorStates.paths());
            getRuntimeContext().getMapState(OperatorStates.items());
        }

        @Override
        public void processElement(String category, Context context) throws Exception {
            paths.put(category, category.length());
        }
    }
}

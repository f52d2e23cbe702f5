package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.Fixtures;
import akin.models.loop.PlainLoop;
import akin.models.ranking.Ranking;
import akin.models.recommender.Components;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.models.session.CovisitUnit;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.ShardKeys;
import akin.state.pages.PagedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shard goes on under other settings: what fits is kept, what is off is dropped, what can't be read is refused. */
class UpgradeIT {
    /** Later than all input. */
    private static final long END = Long.MAX_VALUE - 1;

    private static final int KEY = ShardKeys.keyOf(0, 128);
    private static final RecommenderSettings ALL = Fixtures.recommenderSettings();
    private static final RecommenderSettings WITHOUT = with(List.of("personalized"));

    private final List<ShardInput> inputs = new ArrayList<>();
    private final int half;

    UpgradeIT() {
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), ALL, ShardSettings.ONE);
        Fixtures.messages(23, 50, 200, 4000).forEach(loop::add);
        loop.run(inputs::add, ranking -> {});
        half = inputs.size() / 2;
    }

    static Stream<StateBackend> backends() {
        return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend(false));
    }

    private static RecommenderSettings with(List<String> learners) {
        return Fixtures.recommenderSettings().with(Components.with(learners));
    }

    /** A job of one subtask. */
    private static final class Job implements AutoCloseable {
        private final KeyedOneInputStreamOperatorTestHarness<Integer, ShardInput, Ranking> harness;

        Job(RecommenderSettings settings, ShardSettings cut, StateBackend backend, OperatorSubtaskState from)
                throws Exception {
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new ShardsOperator(settings, cut, ShardsOperatorTest.options(true, Duration.ZERO)),
                    input -> KEY,
                    Types.INT,
                    128,
                    1,
                    0);
            harness.setStateBackend(backend);
            harness.setCheckpointStorage(new JobManagerCheckpointStorage(1 << 26));
            harness.initializeState(from);
            harness.open();
        }

        OperatorSubtaskState learn(List<ShardInput> some) throws Exception {
            feed(some, END, 1);
            return harness.snapshot(1, 1);
        }

        /** Learns in three parts; gives the state at the end of the second, which is written when the third is learned. */
        OperatorSubtaskState stateOfSecond(List<List<ShardInput>> parts) throws Exception {
            feed(parts.get(0), next(parts.get(1)), 1);
            harness.snapshot(1, 1);
            feed(parts.get(1), next(parts.get(2)), 2);
            OperatorSnapshotFutures second = harness.getOperator()
                    .snapshotState(
                            2,
                            2,
                            CheckpointOptions.forCheckpointWithDefaultLocation(),
                            new MemCheckpointStreamFactory(1 << 28));
            feed(parts.get(2), END, 3);
            return OperatorSnapshotFinalizer.create(second).getJobManagerOwnedState();
        }

        private static long next(List<ShardInput> part) {
            return part.get(0).timestamp() - 1;
        }

        private void feed(List<ShardInput> some, long watermark, long checkpoint) throws Exception {
            for (ShardInput input : some) {
                harness.processElement(new StreamRecord<>(input, input.timestamp()));
            }
            harness.processWatermark(watermark);
            harness.getOneInputOperator().prepareSnapshotPreBarrier(checkpoint);
        }

        long pages(String table) {
            KeyedStateBackend<Integer> state = harness.getOperator().getKeyedStateBackend();
            return state.getKeys(PagedState.descriptor(table).getName(), VoidNamespace.INSTANCE)
                    .count();
        }

        @SuppressWarnings("unchecked")
        ShardReport end() throws Exception {
            harness.close();
            return ((List<ShardReport>) harness.getEnvironment()
                            .getAccumulatorRegistry()
                            .getUserMap()
                            .get(ShardsOperator.LAST_REPORTS)
                            .getLocalValue())
                    .get(0);
        }

        @Override
        public void close() throws Exception {
            harness.close();
        }
    }

    private OperatorSubtaskState savepoint(RecommenderSettings settings, StateBackend backend) throws Exception {
        try (Job job = new Job(settings, ShardSettings.ONE, backend, null)) {
            return job.learn(inputs.subList(0, half));
        }
    }

    private ShardReport restored(RecommenderSettings settings, StateBackend backend) throws Exception {
        return new Job(settings, ShardSettings.ONE, backend, savepoint(ALL, backend)).end();
    }

    /** What a recommender knows that learned the first half under other settings, by the tables that both have. */
    private ShardReport changedInTheMiddle(RecommenderSettings before, RecommenderSettings after) {
        Recommender first = new Recommender(before);
        Recommender second = new Recommender(after);
        inputs.subList(0, half).forEach(input -> first.take(input, ranking -> {}));
        first.advance(END);
        List<String> known =
                second.memory().tables().stream().map(table -> table.name()).toList();
        first.memory().drainDirty((table, number, page) -> {
            if (known.contains(table)) {
                second.memory().load(table, number, page);
            }
        });
        second.loaded();
        inputs.subList(half, inputs.size()).forEach(input -> second.take(input, ranking -> {}));
        second.advance(END);
        return second.report(0, true);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aSnapshotThatIsWrittenLateIsThatOfItsBarrier(StateBackend backend) throws Exception {
        int third = inputs.size() / 3;
        List<List<ShardInput>> parts = List.of(
                inputs.subList(0, third), inputs.subList(third, 2 * third), inputs.subList(2 * third, inputs.size()));
        OperatorSubtaskState late;
        try (Job job = new Job(ALL, ShardSettings.ONE, backend, null)) {
            late = job.stateOfSecond(parts);
        }
        Job restored = new Job(ALL, ShardSettings.ONE, backend, late);
        restored.learn(parts.get(2));
        Job undisturbed = new Job(ALL, ShardSettings.ONE, backend, null);
        undisturbed.learn(inputs);

        assertThat(restored.end()).isEqualTo(undisturbed.end());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aLearnerThatIsAddedStartsEmptyAndCatchesUp(StateBackend backend) throws Exception {
        Job job = new Job(ALL, ShardSettings.ONE, backend, savepoint(WITHOUT, backend));
        OperatorSubtaskState later = job.learn(inputs.subList(half, inputs.size()));
        ShardReport report = job.end();
        Job again = new Job(ALL, ShardSettings.ONE, backend, later);

        assertThat(report).isEqualTo(changedInTheMiddle(WITHOUT, ALL));
        assertThat(report.learning().get("item2vec").examples())
                .isPositive()
                .isLessThan(report.learning().get("personalized").examples());
        assertThat(again.end().digest()).isEqualTo(report.digest());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aLearnerThatIsRemovedLeavesNothing(StateBackend backend) throws Exception {
        try (Job before = new Job(ALL, ShardSettings.ONE, backend, savepoint(ALL, backend))) {
            assertThat(before.pages("item2vec.items")).isPositive();
        }
        Job job = new Job(WITHOUT, ShardSettings.ONE, backend, savepoint(ALL, backend));
        OperatorSubtaskState later = job.learn(inputs.subList(half, inputs.size()));
        for (String table : new String[] {"item2vec.items", "neighbours.cells", "learning.supervised"}) {
            assertThat(job.pages(table)).as(table).isZero();
        }
        assertThat(job.pages("personalized.items")).isPositive();
        assertThat(restored(WITHOUT, backend).quality().get("personalized"))
                .isEqualTo(restored(ALL, backend).quality().get("personalized"));
        assertThat(job.end()).isEqualTo(changedInTheMiddle(ALL, WITHOUT));
        try (Job back = new Job(ALL, ShardSettings.ONE, backend, later)) {
            assertThat(back.pages("item2vec.items")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void allLearnersComeAndGo(StateBackend backend) throws Exception {
        Job off = new Job(with(List.of()), ShardSettings.ONE, backend, savepoint(ALL, backend));
        OperatorSubtaskState state = off.learn(inputs.subList(half, inputs.size()));
        off.close();
        Job on = new Job(with(Components.learners()), ShardSettings.ONE, backend, state);
        on.learn(inputs.subList(half, inputs.size()));

        assertThat(on.end().learning().get("supervised").examples()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void otherShapesAreRefusedWithBothValuesAndTheWayOut(StateBackend backend) throws Exception {
        OperatorSubtaskState state = savepoint(ALL, backend);
        RecommenderSettings wider = Fixtures.recommenderSettings(256, 200, Fixtures.embeddingSettings(16, 4, 500));
        ShardSettings cut = new ShardSettings(ShardSettings.By.CATEGORY, 2, 1);

        assertThatThrownBy(() -> new Job(wider, ShardSettings.ONE, backend, state))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessage("embedding.dimensions is 16, the savepoint was written with 8: set embedding.dimensions=8, "
                        + "or run ./akin savepoint migrate FROM TO --set embedding.dimensions=16");
        assertThatThrownBy(() -> new Job(ALL, cut, backend, state))
                .rootCause()
                .hasMessage("shards.by is category, the savepoint was written with one: set shards.by=one, "
                        + "or run ./akin savepoint migrate FROM TO --set shards.by=category");
    }
}

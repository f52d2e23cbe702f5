package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.ranking.Ranking;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.models.session.CovisitUnit;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.ShardKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShardsOperatorTest {
    private static final int MAX_PARALLELISM = 128;
    private static final int SHARDS = 4;
    private static final ShardSettings CUT = new ShardSettings(ShardSettings.By.HASH, 1, SHARDS);
    private static final RecommenderSettings SETTINGS = Fixtures.recommenderSettings();

    private final List<ShardInput> inputs = new ArrayList<>();
    private final List<Ranking> expected = new ArrayList<>();
    private final List<ShardReport> expectedReports;
    private final long newest;
    private final List<Ranking> rankings = new ArrayList<>();
    private final List<ShardReport> reports = new ArrayList<>();

    ShardsOperatorTest() {
        PlainLoop loop = new PlainLoop(Fixtures.sessionSettings(CovisitUnit.USER), SETTINGS, CUT);
        List<Message> messages = Fixtures.messages(17, 50, 200, 4000);
        messages.forEach(loop::add);
        newest = messages.stream().mapToLong(Message::timestamp).max().orElseThrow();
        loop.run(inputs::add, expected::add);
        expectedReports = List.copyOf(loop.reports());
    }

    static Stream<StateBackend> backends() {
        return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend(true));
    }

    /** One subtask, fed with what belongs to it. */
    private final class Subtask implements AutoCloseable {
        private final KeyedOneInputStreamOperatorTestHarness<Integer, ShardInput, Ranking> harness;
        private final int parallelism;
        private final int index;

        Subtask(StateBackend backend, boolean rankInEventTime, int parallelism, int index, OperatorSubtaskState from)
                throws Exception {
            this.parallelism = parallelism;
            this.index = index;
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new ShardsOperator(SETTINGS, CUT, rankInEventTime, 60_000, true),
                    input -> ShardKeys.keyOf(input.shard(), MAX_PARALLELISM),
                    Types.INT,
                    MAX_PARALLELISM,
                    parallelism,
                    index);
            harness.setStateBackend(backend);
            if (from != null) {
                harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        from, MAX_PARALLELISM, 1, parallelism, index));
            }
            harness.open();
        }

        void feed(List<ShardInput> some) throws Exception {
            for (ShardInput input : some) {
                int key = ShardKeys.keyOf(input.shard(), MAX_PARALLELISM);
                int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism);
                if (subtask == index) {
                    harness.processElement(new StreamRecord<>(input, input.timestamp()));
                }
            }
        }

        /** Watermark up to the last but one of what was fed, so that something stays pending. */
        OperatorSubtaskState snapshot(long watermark) throws Exception {
            harness.processWatermark(watermark);
            harness.getOneInputOperator().prepareSnapshotPreBarrier(1);
            collect();
            return harness.snapshot(1, 1);
        }

        void collect() {
            harness.extractOutputValues().forEach(rankings::add);
            harness.getOutput().clear();
        }

        @Override
        @SuppressWarnings("unchecked")
        public void close() throws Exception {
            harness.processWatermark(newest);
            harness.processWatermark(Long.MAX_VALUE);
            collect();
            harness.close();
            Accumulator<?, ?> last = harness.getEnvironment()
                    .getAccumulatorRegistry()
                    .getUserMap()
                    .get(ShardsOperator.LAST_REPORTS);
            reports.addAll((List<ShardReport>) last.getLocalValue());
        }
    }

    private void assertEqualToTheLoop() {
        reports.sort(Comparator.comparingInt(ShardReport::shard));
        assertThat(reports).isEqualTo(expectedReports);
        assertThat(rankings).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void equalsThePlainLoopWhateverTheOrderOfArrival(StateBackend backend) throws Exception {
        List<ShardInput> mixed = new ArrayList<>(inputs);
        mixed.sort(Comparator.comparing(ShardInput::owner));
        try (Subtask subtask = new Subtask(backend, true, 1, 0, null)) {
            subtask.feed(mixed);
        }
        assertEqualToTheLoop();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void goesOnAfterARestoreWithWhatWasPending(StateBackend backend) throws Exception {
        int half = inputs.size() / 2;
        OperatorSubtaskState snapshot;
        Subtask first = new Subtask(backend, true, 1, 0, null);
        first.feed(inputs.subList(0, half));
        snapshot = first.snapshot(inputs.get(half - 200).timestamp());
        first.harness.close();
        try (Subtask second = new Subtask(backend, true, 1, 0, snapshot)) {
            second.feed(inputs.subList(half, inputs.size()));
        }
        assertEqualToTheLoop();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void goesOnAfterARestoreAtAnotherParallelism(StateBackend backend) throws Exception {
        int half = inputs.size() / 2;
        Subtask first = new Subtask(backend, true, 1, 0, null);
        first.feed(inputs.subList(0, half));
        OperatorSubtaskState snapshot = first.snapshot(inputs.get(half - 200).timestamp());
        first.harness.close();
        for (int index = 0; index < 2; index++) {
            try (Subtask subtask = new Subtask(backend, true, 2, index, snapshot)) {
                subtask.feed(inputs.subList(half, inputs.size()));
            }
        }
        assertEqualToTheLoop();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void rankingsOnArrivalDoNotWait(StateBackend backend) throws Exception {
        try (Subtask subtask = new Subtask(backend, false, 1, 0, null)) {
            subtask.feed(inputs);
            subtask.collect();
            assertThat(rankings).hasSize(expected.size());
        }
        assertThat(inputs.stream().filter(RankRequest.class::isInstance)).hasSize(rankings.size());
    }

    @Test
    void aSnapshotHoldsNothingPendingOnceItWasLearned() throws Exception {
        try (Subtask subtask = new Subtask(new HashMapStateBackend(), true, 1, 0, null)) {
            int half = inputs.size() / 2;
            subtask.feed(inputs.subList(0, half));
            subtask.snapshot(inputs.get(half).timestamp());
            int learned = subtask.harness.numKeyedStateEntries();
            subtask.feed(inputs.subList(half, inputs.size()));
            subtask.snapshot(inputs.get(half).timestamp());
            assertThat(subtask.harness.numKeyedStateEntries()).isEqualTo(learned + SHARDS);
            subtask.snapshot(Long.MAX_VALUE - 1);
            assertThat(subtask.harness.numKeyedStateEntries()).isEqualTo(learned);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void reportsAsEventTimeGoesBy(StateBackend backend) throws Exception {
        try (Subtask subtask = new Subtask(backend, true, 1, 0, null)) {
            subtask.feed(inputs);
            subtask.harness.processWatermark(inputs.get(inputs.size() / 2).timestamp());
            subtask.harness.processWatermark(inputs.get(inputs.size() - 1).timestamp());
            assertThat(subtask.harness.getSideOutput(ShardsOperator.REPORTS)).hasSize(2 * SHARDS);
        }
    }
}

package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.memory.Page;
import akin.models.memory.Paged;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranking;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.recommender.ShardReport;
import akin.models.session.CovisitUnit;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.ShardKeys;
import akin.state.pages.PagedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
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

    private static final int WAITING = 20_000;

    static ShardsOptions options(boolean rankInEventTime, Duration slice) {
        return new ShardsOptions(rankInEventTime, Duration.ofMinutes(1), true, slice, 3, WAITING);
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
            this(backend, rankInEventTime, Duration.ZERO, parallelism, index, from);
        }

        Subtask(
                StateBackend backend,
                boolean rankInEventTime,
                Duration slice,
                int parallelism,
                int index,
                OperatorSubtaskState from)
                throws Exception {
            this.parallelism = parallelism;
            this.index = index;
            harness = new KeyedOneInputStreamOperatorTestHarness<>(
                    new ShardsOperator(SETTINGS, CUT, options(rankInEventTime, slice)),
                    input -> ShardKeys.keyOf(input.shard(), MAX_PARALLELISM),
                    Types.INT,
                    MAX_PARALLELISM,
                    parallelism,
                    index);
            harness.setStateBackend(backend);
            harness.setCheckpointStorage(new JobManagerCheckpointStorage(1 << 26));
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
            return harness.snapshot(1, harness.getProcessingTime());
        }

        int pagesInState() throws Exception {
            ShardsOperator operator = (ShardsOperator) harness.getOneInputOperator();
            int pages = 0;
            for (int shard = 0; shard < SHARDS; shard++) {
                operator.setCurrentKey(ShardKeys.keyOf(shard, MAX_PARALLELISM));
                for (Paged table : new Recommender(SETTINGS).memory().tables()) {
                    MapState<Integer, Page> saved =
                            operator.getRuntimeContext().getMapState(PagedState.descriptor(table.name()));
                    for (Integer number : saved.keys()) {
                        pages++;
                    }
                }
            }
            return pages;
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

    /** The third checkpoint, which is expected, holds what was written ahead of it and what changed after that. */
    @Test
    void pagesWrittenAheadAreInTheCheckpoint() throws Exception {
        int third = inputs.size() / 3;
        int late = 2 * third - 20;
        Subtask first = new Subtask(new EmbeddedRocksDBStateBackend(true), true, 1, 0, null);
        first.harness.setProcessingTime(1_000);
        first.feed(inputs.subList(0, 2 * third));
        first.snapshot(inputs.get(third / 2).timestamp());
        first.harness.setProcessingTime(11_000);
        first.snapshot(inputs.get(third).timestamp());
        first.harness.processWatermark(inputs.get(late).timestamp());
        first.collect();
        int before = first.pagesInState();
        for (int time = 11_000; time <= 21_000; time += 10) {
            first.harness.setProcessingTime(time);
        }
        assertThat(first.pagesInState()).isGreaterThan(before);
        first.harness.processWatermark(inputs.get(late + 10).timestamp());
        OperatorSubtaskState snapshot = first.snapshot(inputs.get(late + 10).timestamp());
        first.harness.close();
        try (Subtask second = new Subtask(new EmbeddedRocksDBStateBackend(true), true, 1, 0, snapshot)) {
            second.feed(inputs.subList(2 * third, inputs.size()));
        }
        assertEqualToTheLoop();
    }

    /** As if every input took longer than a slice. */
    @ParameterizedTest
    @MethodSource("backends")
    void rankingsAndCheckpointsComeBetweenTheSlicesOfALongWork(StateBackend backend) throws Exception {
        Duration slice = Duration.ofNanos(1);
        int half = inputs.size() / 2;
        Subtask first = new Subtask(backend, true, slice, 1, 0, null);
        first.feed(inputs.subList(0, half));
        first.harness.processWatermark(inputs.get(half - 1).timestamp());
        for (int mail = 0; mail < 100; mail++) {
            first.harness.getTaskMailbox().take(0).run();
        }
        first.harness.getOneInputOperator().prepareSnapshotPreBarrier(1);
        assertThat(first.harness.getOutput()).noneMatch(Watermark.class::isInstance);
        first.collect();
        OperatorSubtaskState snapshot = first.harness.snapshot(1, 1);
        first.harness.close();
        assertThat(rankings).isNotEmpty().hasSizeLessThan(102);
        try (Subtask second = new Subtask(backend, true, slice, 1, 0, snapshot)) {
            second.feed(inputs.subList(half, inputs.size()));
            second.harness.processWatermark(newest);
            while (second.harness.getTaskMailbox().hasMail()) {
                second.harness.getTaskMailbox().take(0).run();
            }
            assertThat(second.harness.getOutput()).anyMatch(Watermark.class::isInstance);
            second.harness.getOutput().removeIf(Watermark.class::isInstance);
        }
        assertEqualToTheLoop();
    }

    @Test
    void whatMakesAModelFailIsSetAsideUntilItIsTooMuch() throws Exception {
        try (Subtask subtask = new Subtask(new HashMapStateBackend(), false, 1, 0, null)) {
            subtask.feed(inputs.subList(0, 1000));
            subtask.collect();
            int before = rankings.size();
            RankRequest broken = new RankRequest(0, newest, "u1", 1, 7, "r", null, "similar", null, List.of());
            subtask.feed(List.of(broken, broken));
            assertThat(subtask.harness.getSideOutput(ShardsOperator.DEAD_LETTERS))
                    .extracting(
                            record -> record.getValue().origin(),
                            record -> record.getValue().reason())
                    .allSatisfy(letter -> assertThat(letter.toString())
                            .contains("shard 0, u1", "the model failed: java.lang.NullPointerException"))
                    .hasSize(2);
            subtask.feed(inputs.subList(1000, inputs.size()));
            subtask.collect();
            assertThat(rankings).hasSizeGreaterThan(before);
            assertThatThrownBy(() -> subtask.feed(List.of(broken)))
                    .isInstanceOf(SuppressRestartsException.class)
                    .hasStackTraceContaining("3 inputs made a model fail, stream.failures allows 2");
        }
    }

    @Test
    void whatWouldWaitBeyondTheCeilingIsSetAside() throws Exception {
        try (Subtask subtask = new Subtask(new HashMapStateBackend(), false, 1, 0, null)) {
            List<ShardInput> changes = new ArrayList<>();
            for (int i = 0; i < WAITING + 3; i++) {
                changes.add(new ItemUpdate(0, Item.of("new" + i, newest, List.of("c")), i));
            }
            subtask.feed(changes);
            assertThat(subtask.harness.getSideOutput(ShardsOperator.DEAD_LETTERS))
                    .extracting(record -> record.getValue().toString())
                    .hasSize(3)
                    .allSatisfy(letter -> assertThat(letter)
                            .contains(
                                    "shard 0, new2000",
                                    WAITING + " inputs of the shard wait",
                                    "stream.waiting_inputs"));
            OperatorSubtaskState waiting = subtask.snapshot(newest - 1);
            try (Subtask restored = new Subtask(new HashMapStateBackend(), false, 1, 0, waiting)) {
                restored.harness.processWatermark(newest);
                restored.feed(changes.subList(WAITING, WAITING + 3));
                assertThat(restored.harness.getSideOutput(ShardsOperator.DEAD_LETTERS))
                        .isNull();
            }
        }
    }

    @Test
    void theCatalogueCountsForRankingsAtOnceAndIsLearnedInItsTurn() throws Exception {
        try (Subtask subtask = new Subtask(new HashMapStateBackend(), false, 1, 0, null)) {
            subtask.feed(inputs);
            subtask.harness.processWatermark(newest);
            subtask.collect();
            RankRequest request = null;
            for (ShardInput input : inputs) {
                if (input instanceof RankRequest made && shown(subtask, made).size() > 3) {
                    request = made;
                    break;
                }
            }
            assertThat(request).isNotNull();
            String gone = shown(subtask, request).get(0);
            subtask.feed(List.of(new ItemUpdate(request.shard(), Item.deleted(gone, newest + 1), Long.MAX_VALUE - 1)));
            assertThat(shown(subtask, request)).isNotEmpty().doesNotContain(gone);
            OperatorSubtaskState waiting = subtask.snapshot(newest);
            try (Subtask restored = new Subtask(new HashMapStateBackend(), false, 1, 0, waiting)) {
                assertThat(shown(restored, request)).doesNotContain(gone);
            }
            subtask.harness.processWatermark(newest + 2);
            subtask.collect();
            assertThat(shown(subtask, request)).doesNotContain(gone);
        }
    }

    private List<String> shown(Subtask subtask, RankRequest request) throws Exception {
        subtask.feed(List.of(request));
        subtask.collect();
        return rankings.get(rankings.size() - 1).items().stream()
                .map(RankedItem::itemId)
                .toList();
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
            assertThat(subtask.harness.numKeyedStateEntries()).isEqualTo(entriesOnceAllWasLearned());
        }
    }

    private int entriesOnceAllWasLearned() throws Exception {
        try (Subtask subtask = new Subtask(new HashMapStateBackend(), true, 1, 0, null)) {
            subtask.feed(inputs);
            subtask.snapshot(Long.MAX_VALUE - 1);
            return subtask.harness.numKeyedStateEntries();
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

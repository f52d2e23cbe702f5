package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.experiment.ArmChange;
import akin.models.experiment.Definitions;
import akin.models.experiment.ExperimentReport;
import akin.models.statistics.Measure;
import akin.models.statistics.Moments;
import akin.state.records.RecordTypes;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.Test;

class StatisticsFunctionTest {
    private static final long MINUTE = 60_000;
    private static final long START = ExperimentFixtures.START / MINUTE * MINUTE + MINUTE;

    private static KeyedBroadcastOperatorTestHarness<String, ArmChange, Definitions, ExperimentReport> harness(
            Definitions configured, int parallelism, int index, OperatorSubtaskState from) throws Exception {
        var harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new StatisticsFunction(ExperimentFixtures.settings(configured)),
                        List.of(StatisticsFunction.EXPERIMENTS)),
                ArmChange::experiment,
                Types.STRING,
                128,
                parallelism,
                index);
        harness.setup(RecordTypes.EXPERIMENT_REPORT.createSerializer(new SerializerConfigImpl()));
        if (from != null) {
            harness.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(from, 128, 1, parallelism, index));
        }
        harness.open();
        return harness;
    }

    private static Definitions definitions() {
        return ExperimentFixtures.definitions(1, 0, "salt");
    }

    private static StreamRecord<ArmChange> user(String arm, long clicks, long time) {
        long[] counts = new long[Measure.COUNT];
        counts[Measure.LISTS.ordinal()] = 1;
        counts[Measure.CLICKS.ordinal()] = clicks;
        Moments moments = Moments.ofMeasures();
        moments.add(counts);
        return new StreamRecord<>(new ArmChange("e", arm, time, moments), time);
    }

    private static void watermark(
            KeyedBroadcastOperatorTestHarness<String, ArmChange, Definitions, ExperimentReport> harness, long time)
            throws Exception {
        harness.processBroadcastWatermark(new Watermark(time));
        harness.processWatermark(new Watermark(time));
    }

    private static int standings(
            KeyedBroadcastOperatorTestHarness<String, ArmChange, Definitions, ExperimentReport> harness) {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    /** A watermark that passes two looks at once shows in each what belongs to it, and late changes in the next. */
    @Test
    void looksAtFixedTimesWhateverTheWatermarksAre() throws Exception {
        try (var harness = harness(definitions(), 1, 0, null)) {
            harness.processElement(user("old", 1, START + 1));
            harness.processElement(user("new", 1, START + MINUTE));
            harness.processElement(user("new", 2, START + MINUTE + 1));
            watermark(harness, START + 3 * MINUTE);
            harness.processElement(user("old", 2, START + 2));
            watermark(harness, START + 4 * MINUTE);

            assertThat(harness.extractOutputValues())
                    .extracting(
                            report -> report.look().time(),
                            report -> report.look().users())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(START + MINUTE, List.of(1L, 1L)),
                            org.assertj.core.groups.Tuple.tuple(START + 2 * MINUTE, List.of(1L, 2L)),
                            org.assertj.core.groups.Tuple.tuple(START + 4 * MINUTE, List.of(2L, 2L)));
            assertThat(harness.extractOutputValues().get(0).version()).isEqualTo(1);
        }
    }

    @Test
    void sumsAndDefinitionsSurviveARestoreAtAnotherParallelism() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness(null, 1, 0, null)) {
            harness.processBroadcastElement(definitions(), 0);
            harness.processElement(user("old", 1, START + 1));
            watermark(harness, START + MINUTE);
            harness.processElement(user("new", 1, START + MINUTE + 1));
            state = harness.snapshot(1, 1);
        }
        int reports = 0;
        for (int index = 0; index < 2; index++) {
            try (var harness = harness(null, 2, index, state)) {
                watermark(harness, START + 2 * MINUTE);
                for (ExperimentReport report : harness.extractOutputValues()) {
                    assertThat(report.look().users()).containsExactly(1L, 1L);
                    reports++;
                }
            }
        }
        assertThat(reports).isEqualTo(1);
    }

    @Test
    void nothingStaysAfterTheLastOutcome() throws Exception {
        try (var harness = harness(definitions(), 1, 0, null)) {
            harness.processElement(user("old", 1, START + 1));
            watermark(harness, START + MINUTE);
            assertThat(standings(harness)).isEqualTo(1);
            watermark(harness, ExperimentFixtures.END + Duration.ofHours(3).toMillis());
            assertThat(standings(harness)).isZero();
        }
    }

    @Test
    void aChangedSaltIsRefusedAsAMessageAndAtTheStart() throws Exception {
        Definitions salted = ExperimentFixtures.definitions(2, START, "other");
        OperatorSubtaskState state;
        try (var harness = harness(definitions(), 1, 0, null)) {
            harness.processBroadcastElement(salted, 0);
            harness.processElement(user("old", 1, START + 1));
            watermark(harness, START + MINUTE);
            assertThat(harness.extractOutputValues().get(0).version()).isEqualTo(1);
            state = harness.snapshot(1, 1);
        }
        assertThatThrownBy(() -> harness(salted, 1, 0, state))
                .hasStackTraceContaining("experiments.e.salt is other, allowed is what it was, salt");
    }

    /** Definitions that wait and drop an experiment don't let others move its users. */
    @Test
    void whatHoldsIsKeptEvenWhereWhatWaitsWouldEndIt() throws Exception {
        Definitions ending =
                new Definitions(2, START + 10 * MINUTE, definitions().layers(), List.of());
        try (var harness = harness(definitions(), 1, 0, null)) {
            harness.processBroadcastElement(ending, 0);
            harness.processBroadcastElement(ExperimentFixtures.definitions(3, START + 1, "other"), 0);
            harness.processElement(user("old", 1, START + 2));
            watermark(harness, START + MINUTE);

            assertThat(harness.extractOutputValues().get(0).version()).isEqualTo(1);
        }
    }
}

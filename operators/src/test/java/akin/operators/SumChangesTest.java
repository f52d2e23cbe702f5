package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import akin.models.attribution.Change;
import akin.models.experiment.ArmChange;
import akin.models.statistics.Measure;
import akin.models.statistics.Moments;
import akin.state.records.RecordTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SumChangesTest {
    private static final long MINUTE = 60_000;

    private static OneInputStreamOperatorTestHarness<Change, ArmChange> harness() throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(new SumChanges(ExperimentFixtures.settings(null)));
        harness.setup(RecordTypes.ARM_CHANGE.createSerializer(new SerializerConfigImpl()));
        harness.open();
        return harness;
    }

    private static long[] counts(long lists, long clicks) {
        long[] counts = new long[Measure.COUNT];
        counts[Measure.LISTS.ordinal()] = lists;
        counts[Measure.CLICKS.ordinal()] = clicks;
        return counts;
    }

    private static StreamRecord<Change> user(String arm, long time) {
        return new StreamRecord<>(new Change("e", arm, time, null, counts(1, 0)), time);
    }

    @Test
    void aWatermarkBringsOneSumOfEachArmAndLook() throws Exception {
        try (var harness = harness()) {
            harness.processElement(user("old", 1));
            harness.processElement(user("new", MINUTE));
            harness.processElement(user("old", MINUTE + 1));
            harness.processElement(
                    new StreamRecord<>(new Change("e", "old", MINUTE, counts(1, 0), counts(2, 1)), MINUTE));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermark(new Watermark(2 * MINUTE));

            assertThat(harness.extractOutputValues())
                    .extracting(
                            ArmChange::arm,
                            ArmChange::look,
                            change -> change.moments().users())
                    .containsExactly(tuple("new", MINUTE, 1L), tuple("old", MINUTE, 1L), tuple("old", 2 * MINUTE, 1L));
            assertThat(harness.getOutput()).last().isEqualTo(new Watermark(2 * MINUTE));
        }
    }

    @Test
    void nothingStaysOverACheckpointOrTheEnd() throws Exception {
        try (var harness = harness()) {
            harness.processElement(user("old", 1));
            harness.prepareSnapshotPreBarrier(1);
            assertThat(harness.extractOutputValues()).hasSize(1);
            harness.processElement(user("old", 2));
            harness.endInput();
            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    /** However often watermarks come, the sums are those of the changes one by one. */
    @Test
    void sumsOfSumsAreTheSums() throws Exception {
        Random random = new Random(5);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            long[] before = random.nextBoolean() ? null : counts(random.nextInt(5), random.nextInt(5));
            changes.add(
                    new Change("e", "a" + random.nextInt(3), i, before, counts(random.nextInt(9), random.nextInt(9))));
        }
        TreeMap<String, Moments> expected = new TreeMap<>();
        TreeMap<String, Moments> summed = new TreeMap<>();
        try (var harness = harness()) {
            for (Change change : changes) {
                change.applyTo(expected.computeIfAbsent(change.arm(), arm -> Moments.ofMeasures()));
                harness.processElement(new StreamRecord<>(change));
                if (random.nextInt(20) == 0) {
                    harness.processWatermark(new Watermark(change.timestamp()));
                }
            }
            harness.endInput();
            for (ArmChange change : harness.extractOutputValues()) {
                summed.computeIfAbsent(change.arm(), arm -> Moments.ofMeasures())
                        .add(change.moments());
            }
            assertThat(harness.extractOutputValues()).hasSizeLessThan(changes.size() / 2);
        }
        assertThat(summed).isEqualTo(expected);
    }
}

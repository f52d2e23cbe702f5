package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.ranking.Trial;
import akin.models.statistics.Measure;
import akin.models.statistics.Moments;
import akin.state.records.RecordTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AttributionFunctionTest {
    private static final long START = ExperimentFixtures.START;
    /** In seconds after the start, of the first minute. */
    private static final long MINUTE_END = 20;

    private static final Trial TRIAL = new Trial("e", "new", 1, START + 50_000_000, false);

    private static KeyedTwoInputStreamOperatorTestHarness<String, Event, Exposure, Change> harness(
            int parallelism, int index, OperatorSubtaskState from) throws Exception {
        return harness(parallelism, index, from, 10_000);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Event, Exposure, Change> harness(
            int parallelism, int index, OperatorSubtaskState from, int mostWaiting) throws Exception {
        var harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new AttributionFunction(ExperimentFixtures.settings(null), mostWaiting)),
                Event::userId,
                Exposure::userId,
                Types.STRING,
                128,
                parallelism,
                index);
        harness.setup(RecordTypes.CHANGE.createSerializer(new SerializerConfigImpl()));
        if (from != null) {
            harness.initializeState(
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(from, 128, 1, parallelism, index));
        }
        harness.open();
        return harness;
    }

    private static Exposure list(String user, String id, long second, String... items) {
        return new Exposure(user, id, START + 1000 * second, List.of(items), List.of(TRIAL), "");
    }

    private static Event event(String id, String user, String item, EventType type, long second) {
        return Event.of(id, user, item, type, START + 1000 * second, null);
    }

    private static void watermark(
            KeyedTwoInputStreamOperatorTestHarness<String, Event, Exposure, Change> harness, long second)
            throws Exception {
        harness.processBothWatermarks(new Watermark(START + 1000 * second));
    }

    private static int users(KeyedTwoInputStreamOperatorTestHarness<String, Event, Exposure, Change> harness) {
        AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) harness.getOperator();
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    private static TreeMap<String, Moments> sums(List<Change> changes) {
        TreeMap<String, Moments> sums = new TreeMap<>();
        for (Change change : changes) {
            Moments moments = sums.computeIfAbsent(change.arm(), arm -> Moments.ofMeasures());
            if (change.before() != null) {
                moments.remove(change.before());
            }
            moments.add(change.after());
        }
        return sums;
    }

    @Test
    void whatArrivesOutOfOrderIsTakenInOrder() throws Exception {
        try (var harness = harness(1, 0, null)) {
            harness.processElement1(new StreamRecord<>(event("e1", "u", "x", EventType.VIEW, 5), START + 5000));
            harness.processElement2(new StreamRecord<>(list("u", "r", 3, "x", "y"), START + 3000));
            assertThat(harness.extractOutputValues()).isEmpty();
            watermark(harness, MINUTE_END);

            assertThat(harness.extractOutputValues()).hasSize(2);
            assertThat(sums(harness.extractOutputValues()).get("new").sum(Measure.CLICKS))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsOfAMinuteIsTakenAtItsEnd() throws Exception {
        try (var harness = harness(1, 0, null)) {
            harness.processElement2(new StreamRecord<>(list("u", "r", 3, "x", "y"), START + 3000));
            watermark(harness, MINUTE_END - 1);
            assertThat(harness.extractOutputValues()).isEmpty();
            watermark(harness, MINUTE_END);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    /** What is over the limit is what waits for the watermark, not for the minute. */
    @Test
    void whatWaitsForTheMinuteOnlyMakesRoom() throws Exception {
        try (var harness = harness(1, 0, null, 2)) {
            for (int second = 1; second <= 4; second++) {
                Exposure list = list("u", "r" + second, second, "x");
                harness.processElement2(new StreamRecord<>(list, START + 1000 * second));
                watermark(harness, second);
            }
            for (int second = 11; second <= 13; second++) {
                Exposure list = list("u", "r" + second, second, "x");
                harness.processElement2(new StreamRecord<>(list, START + 1000 * second));
            }
            watermark(harness, MINUTE_END);

            assertThat(sums(harness.extractOutputValues()).get("new").sum(Measure.LISTS))
                    .isEqualTo(6);
        }
    }

    @Test
    void aLateOutcomeStillCounts() throws Exception {
        try (var harness = harness(1, 0, null)) {
            harness.processElement2(new StreamRecord<>(list("u", "r", 3, "x", "y"), START + 3000));
            watermark(harness, 100);
            harness.processElement1(new StreamRecord<>(event("e1", "u", "x", EventType.CART, 50), START + 50_000));

            assertThat(sums(harness.extractOutputValues()).get("new").sum(Measure.CARTS))
                    .isEqualTo(1);
        }
    }

    @Test
    void whoAsksToBeForgottenIs() throws Exception {
        try (var harness = harness(1, 0, null)) {
            harness.processElement2(new StreamRecord<>(list("u", "r", 3, "x", "y"), START + 3000));
            watermark(harness, 10);
            harness.processElement1(new StreamRecord<>(Event.forget("f", "u", START + 11_000), START + 11_000));
            assertThat(users(harness)).isZero();
            assertThat(sums(harness.extractOutputValues()).get("new").sum(Measure.LISTS))
                    .isEqualTo(1);
        }
    }

    @Test
    void usersExpireWithTheirExperiments() throws Exception {
        try (var harness = harness(1, 0, null)) {
            harness.processElement2(new StreamRecord<>(list("u", "r", 3, "x", "y"), START + 3000));
            harness.processElement1(new StreamRecord<>(event("e1", "v", "x", EventType.VIEW, 5), START + 5000));
            watermark(harness, 10);
            assertThat(users(harness)).isEqualTo(2);
            harness.processBothWatermarks(
                    new Watermark(START + 60_000_000 + Duration.ofDays(4).toMillis()));
            assertThat(users(harness)).isZero();
        }
    }

    /** Half of a random stream, a snapshot, the rest at another parallelism: the sums are those of one run. */
    @Test
    void goesOnAtAnotherParallelism() throws Exception {
        List<Object> inputs = inputs();
        List<Change> expected;
        try (var harness = harness(1, 0, null)) {
            feed(harness, inputs);
            watermark(harness, 10_000);
            expected = harness.extractOutputValues();
        }
        List<Change> changes = new ArrayList<>();
        OperatorSubtaskState half;
        try (var harness = harness(1, 0, null)) {
            feed(harness, inputs.subList(0, inputs.size() / 2));
            half = harness.snapshot(1, 1);
            changes.addAll(harness.extractOutputValues());
        }
        for (int index = 0; index < 2; index++) {
            try (var harness = harness(2, index, half)) {
                for (Object input : inputs.subList(inputs.size() / 2, inputs.size())) {
                    String user = input instanceof Event event ? event.userId() : ((Exposure) input).userId();
                    int group = org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignToKeyGroup(user, 128);
                    if (group / 64 == index) {
                        feed(harness, List.of(input));
                    }
                }
                watermark(harness, 10_000);
                changes.addAll(harness.extractOutputValues());
            }
        }
        assertThat(sums(changes)).isEqualTo(sums(expected));
        assertThat(sums(changes).get("new").sum(Measure.CLICKS)).isGreaterThan(10);
    }

    private static List<Object> inputs() {
        Random random = new Random(4);
        List<Object> inputs = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String user = "u" + random.nextInt(40);
            String item = "i" + random.nextInt(30);
            if (random.nextInt(3) == 0) {
                inputs.add(list(user, "r" + i, random.nextInt(9000), item, "i" + (30 + random.nextInt(9))));
            } else {
                EventType type = random.nextBoolean() ? EventType.VIEW : EventType.PURCHASE;
                inputs.add(event("e" + i, user, item, type, random.nextInt(9000)));
            }
        }
        Collections.shuffle(inputs, random);
        return inputs;
    }

    private static void feed(
            KeyedTwoInputStreamOperatorTestHarness<String, Event, Exposure, Change> harness, List<Object> inputs)
            throws Exception {
        for (Object input : inputs) {
            if (input instanceof Event event) {
                harness.processElement1(new StreamRecord<>(event, event.timestamp()));
            } else {
                Exposure exposure = (Exposure) input;
                harness.processElement2(
                        new StreamRecord<>(exposure, exposure.list().timestamp()));
            }
        }
    }
}

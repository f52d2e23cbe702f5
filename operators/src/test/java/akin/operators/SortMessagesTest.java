package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import akin.models.Fixtures;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.state.records.RecordTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SortMessagesTest {
    private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(2);
    private static final Timing LOG = new Timing(OUT_OF_ORDERNESS, Duration.ofHours(1), false, false);
    private static final Timing TOPIC = new Timing(OUT_OF_ORDERNESS, Duration.ofHours(1), true, true);

    private static OneInputStreamOperatorTestHarness<Message, Arrival> harness(
            Timing timing, int parallelism, int index, OperatorSubtaskState from) throws Exception {
        OneInputStreamOperatorTestHarness<Message, Arrival> harness =
                new OneInputStreamOperatorTestHarness<>(new SortMessages(timing, false), 128, parallelism, index);
        if (from != null) {
            harness.initializeState(from);
        }
        harness.open();
        return harness;
    }

    private static void view(
            OneInputStreamOperatorTestHarness<Message, Arrival> harness, String partition, String id, long second)
            throws Exception {
        Event event = Fixtures.view(id, "u" + id, "i", 1000 * second);
        harness.processElement(Message.of(event).from(partition), event.timestamp());
    }

    private static List<String> late(OneInputStreamOperatorTestHarness<Message, Arrival> harness) {
        return harness.extractOutputValues().stream()
                .filter(Arrival::isLate)
                .map(arrival -> arrival.event().eventId())
                .toList();
    }

    @Test
    void sendsEachMessageItsWay() throws Exception {
        Event event = Fixtures.view("e", "u", "i", 5);
        try (var harness = harness(LOG, 1, 0, null)) {
            harness.processElement(Message.of(event), 5);
            harness.processElement(Message.of(Fixtures.item(1, 5)), 5);
            harness.processElement(Message.of(DeadLetter.of("o", "r", "t")), 5);
            harness.processElement(Message.END, 5);

            assertThat(harness.extractOutputValues()).containsExactly(new Arrival(event, Long.MIN_VALUE));
            assertThat(harness.getSideOutput(SortMessages.ITEMS)).hasSize(1);
            assertThat(harness.getSideOutput(SortMessages.DEAD_LETTERS)).hasSize(1);
        }
    }

    @Test
    void catalogueChangesMayKeepTheirPlaceAmongTheEvents() throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new SortMessages(LOG, true), 128, 1, 0)) {
            harness.setup(RecordTypes.ARRIVAL.createSerializer(new SerializerConfigImpl()));
            harness.open();
            view(harness, "", "a", 5);
            harness.processElement(Message.of(Fixtures.item(1, 5)), 5);
            harness.processElement(Message.of(Fixtures.item(1, 6)), 5);
            view(harness, "", "b", 6);

            assertThat(harness.extractOutputValues())
                    .extracting(Arrival::owner, arrival -> arrival.item() == null ? arrival.when() : arrival.at())
                    .containsExactly(tuple("ua", 5000L), tuple("i1", 0L), tuple("i1", 1L), tuple("ub", 6000L));
        }
    }

    @Test
    void whatIsLateIsToldByItsOwnPartitionWhateverTheWatermark() throws Exception {
        try (var harness = harness(TOPIC, 1, 0, null)) {
            harness.processWatermark(1_000_000);
            view(harness, "a", "a1", 100);
            view(harness, "b", "b1", 50);
            view(harness, "a", "a2", 97);
            view(harness, "b", "b2", 48);

            assertThat(late(harness)).containsExactly("a2");
            assertThat(harness.extractOutputValues())
                    .extracting(arrival -> arrival.event().eventId(), Arrival::when)
                    .contains(tuple("a2", 98_000L), tuple("b2", 48_000L));
        }
    }

    @Test
    void theSameIsLateAfterARestoreAtAnotherParallelism() throws Exception {
        List<OperatorSubtaskState> states = new ArrayList<>();
        for (int index = 0; index < 2; index++) {
            try (var harness = harness(TOPIC, 2, index, null)) {
                view(harness, "p" + index, "e" + index, 100 + 100 * index);
                states.add(harness.snapshot(1, 1));
            }
        }
        OperatorSubtaskState all =
                AbstractStreamOperatorTestHarness.repackageState(states.toArray(new OperatorSubtaskState[0]));
        for (int index = 0; index < 3; index++) {
            OperatorSubtaskState own =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(all, 128, 2, 3, index);
            try (var harness = harness(TOPIC, 3, index, own)) {
                view(harness, "p0", "f", 97);
                view(harness, "p1", "g", 197);
                view(harness, "p1", "h", 198);
                view(harness, "p2", "i", 1);

                assertThat(late(harness)).containsExactly("f", "g");
            }
        }
    }

    @Test
    void aPartitionThatNobodyReadsIsRemembered() throws Exception {
        OperatorSubtaskState state;
        try (var harness = harness(TOPIC, 1, 0, null)) {
            view(harness, "p", "e", 100);
            state = harness.snapshot(1, 1);
        }
        for (int i = 0; i < 2; i++) {
            try (var harness = harness(TOPIC, 1, 0, state)) {
                state = harness.snapshot(1, 1);
            }
        }
        try (var harness = harness(TOPIC, 1, 0, state)) {
            view(harness, "p", "f", 97);
            assertThat(late(harness)).containsExactly("f");
        }
    }

    @Test
    void whatALogHasTaughtIsSkippedInTopicsAndAnotherLogBegins() throws Exception {
        OperatorSubtaskState learned;
        try (var harness = harness(LOG, 1, 0, null)) {
            view(harness, "", "a", 100);
            view(harness, "", "b", 200);
            harness.processElement(Message.END, 0);
            learned = harness.snapshot(1, 1);
        }
        for (int restart = 0; restart < 2; restart++) {
            try (var harness = harness(TOPIC, 1, 0, learned)) {
                view(harness, "events/0", "b", 200);
                view(harness, "events/1", "c" + restart, 201 + restart);
                assertThat(harness.extractOutputValues())
                        .extracting(arrival -> arrival.event().eventId())
                        .containsExactly("c" + restart);
                learned = harness.snapshot(1, 1);
            }
        }
        try (var harness = harness(LOG, 1, 0, learned)) {
            view(harness, "", "d", 50);
            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(late(harness)).isEmpty();
        }
    }
}

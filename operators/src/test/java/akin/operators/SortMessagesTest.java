package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import akin.models.Fixtures;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SortMessagesTest {
    @Test
    void sendsEachMessageItsWay() throws Exception {
        Event event = Fixtures.view("e", "u", "i", 5);
        try (OneInputStreamOperatorTestHarness<Message, Arrival> harness =
                new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new SortMessages()))) {
            harness.open();
            harness.processElement(Message.of(event), 5);
            harness.processElement(Message.of(Fixtures.item(1, 5)), 5);
            harness.processElement(Message.of(DeadLetter.of("o", "r", "t")), 5);
            harness.processElement(Message.END, 5);

            assertThat(harness.extractOutputValues()).containsExactly(new Arrival(event, 5));
            assertThat(harness.getSideOutput(SortMessages.ITEMS)).hasSize(1);
            assertThat(harness.getSideOutput(SortMessages.DEAD_LETTERS)).hasSize(1);
        }
    }

    @Test
    void tellsWhatIsLate() throws Exception {
        try (OneInputStreamOperatorTestHarness<Message, Arrival> harness =
                new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new SortMessages()))) {
            harness.open();
            harness.processWatermark(10);
            harness.processElement(Message.of(Fixtures.view("e", "u", "i", 10)), 10);
            harness.processElement(Message.of(Fixtures.view("f", "u", "i", 11)), 11);

            assertThat(harness.extractOutputValues())
                    .extracting(Arrival::at, Arrival::isLate)
                    .containsExactly(tuple(11L, true), tuple(11L, false));
        }
    }
}

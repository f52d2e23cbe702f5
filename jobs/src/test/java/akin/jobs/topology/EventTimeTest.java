package akin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class EventTimeTest {
    private static final AkinSettings SETTINGS = AkinSettings.defaults();
    private static final String IDLE = "idle";
    private static final String ACTIVE = "active";

    /** What was said since the last look. */
    private final List<Object> said = new ArrayList<>();

    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            said.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            said.add(IDLE);
        }

        @Override
        public void markActive() {
            said.add(ACTIVE);
        }
    };

    private static WatermarkGenerator<Message> topic(boolean isCatalog) {
        return EventTime.generators(EventTime.ofTopics(SETTINGS), SETTINGS.stream(), isCatalog)
                .createWatermarkGenerator(null);
    }

    private List<Object> after(WatermarkGenerator<Message> time, Message message) {
        said.clear();
        time.onEvent(message, message.timestamp(), output);
        return said;
    }

    private static Message view(long second) {
        return Message.of(Event.of("e", "u", "i", EventType.VIEW, 1000 * second, null));
    }

    private static Message caughtUp(long second, boolean isQuiet) {
        return new Message.CaughtUp("events/0", 1000 * second, isQuiet);
    }

    @Test
    void whereNothingComesEventTimeGoesOnByTheClock() {
        WatermarkGenerator<Message> time = topic(false);
        assertThat(after(time, view(100))).containsExactly(97_999L);
        assertThat(after(time, caughtUp(200, false))).as("events come").isEmpty();
        assertThat(after(time, caughtUp(201, true))).containsExactly(198_000L);
        assertThat(after(time, view(200))).as("it never goes back").isEmpty();
        assertThat(after(time, view(205))).containsExactly(202_999L);
    }

    @Test
    void changesThatAreDatedLongAgoHoldItUpForAWhileOnly() {
        WatermarkGenerator<Message> time = topic(true);
        assertThat(after(time, Message.of(Item.deleted("i", 5000)))).containsExactly(2999L);
        assertThat(after(time, caughtUp(100, false))).containsExactly(70_000L);
        assertThat(after(time, caughtUp(101, true))).containsExactly(98_000L);
    }

    @Test
    void aPartitionThatIsAwayHoldsNothingUpUntilItIsBack() {
        WatermarkGenerator<Message> time = topic(false);
        after(time, view(100));
        assertThat(after(time, new Message.Away("events/0"))).containsExactly(IDLE);
        assertThat(after(time, view(100))).containsExactly(ACTIVE);
        assertThat(after(time, view(101))).containsExactly(98_999L);
    }
}

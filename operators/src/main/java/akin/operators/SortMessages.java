package akin.operators;

import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.state.records.RecordTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each message its way: events on, catalogue changes and dead letters to the side. What is late is told here, where
 * watermarks and messages of a source still come in one order: further on it would be a matter of timing.
 */
public final class SortMessages extends ProcessFunction<Message, Arrival> {
    public static final OutputTag<Item> ITEMS = new OutputTag<>("items", RecordTypes.ITEM);
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

    /** Counts the logs that were read to their end. */
    public static final String ENDED = "ended";

    private transient Tally ended;
    private transient Tally events;
    private transient Tally items;
    private transient Tally deadLetters;

    @Override
    public void open(OpenContext context) {
        ended = new Tally(getRuntimeContext(), ENDED);
        events = new Tally(getRuntimeContext(), "events");
        items = new Tally(getRuntimeContext(), "items");
        deadLetters = new Tally(getRuntimeContext(), "dead_letters");
    }

    @Override
    public void processElement(Message message, Context context, Collector<Arrival> out) {
        if (message.event() != null) {
            events.increment();
            out.collect(arrival(message.event(), context));
        } else if (message.item() != null) {
            items.increment();
            context.output(ITEMS, message.item());
        } else if (message.isEnd()) {
            ended.increment();
        } else {
            deadLetters.increment();
            context.output(DEAD_LETTERS, message.deadLetter());
        }
    }

    private static Arrival arrival(Event event, Context context) {
        return new Arrival(
                event, Math.max(event.timestamp(), context.timerService().currentWatermark() + 1));
    }
}

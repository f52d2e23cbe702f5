package akin.operators;

import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Message;
import akin.models.event.SourceTime;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sends each message of a source its way: events on, dead letters to the side, catalogue changes on or to the side. What
 * is late is told here, by what came before in the same partition.
 */
public final class SortMessages extends AbstractStreamOperator<Arrival>
        implements OneInputStreamOperator<Message, Arrival> {
    public static final OutputTag<Item> ITEMS = new OutputTag<>("items", RecordTypes.ITEM);
    public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters", RecordTypes.DEAD_LETTER);

    /** Counts the logs that were read to their end. */
    public static final String ENDED = "ended";

    /** Counts the lines of use of the logs that were read to their end. */
    public static final String LINES = "lines";

    /** Counts the logs whose last shopper is so far ahead of all others that the last events wait. */
    public static final String AHEAD = "ahead";

    private final Timing timing;
    private final boolean itemsInLine;

    private transient SourceTimes times;
    private transient ListState<SourceTime> kept;
    private transient Tally ended;
    private transient Tally lines;
    private transient Tally ahead;
    private transient Tally events;
    private transient Tally learned;
    private transient Tally items;
    private transient Tally deadLetters;

    /**
     * @param itemsInLine whether catalogue changes go on among the events, so that none of the same source overtakes them,
     *     rather than to the side
     */
    public SortMessages(Timing timing, boolean itemsInLine) {
        this.timing = timing;
        this.itemsInLine = itemsInLine;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        times = new SourceTimes(timing);
        kept = context.getOperatorStateStore().getUnionListState(OperatorStates.sourceTimes());
        for (SourceTime time : kept.get()) {
            times.restore(time);
        }
        LOG.info("Event time by source: {}", times);
    }

    @Override
    public void open() throws Exception {
        super.open();
        ended = new Tally(getRuntimeContext(), ENDED);
        lines = new Tally(getRuntimeContext(), LINES);
        ahead = new Tally(getRuntimeContext(), AHEAD);
        events = new Tally(getRuntimeContext(), "events");
        learned = new Tally(getRuntimeContext(), "known");
        items = new Tally(getRuntimeContext(), "items");
        deadLetters = new Tally(getRuntimeContext(), "dead_letters");
    }

    @Override
    public void processElement(StreamRecord<Message> element) {
        Message message = element.getValue();
        if (message instanceof Message.ShopEvent happened) {
            events.increment();
            event(happened);
        } else if (message instanceof Message.ItemChange change) {
            items.increment();
            item(times.arrive(change.source(), change.item()));
        } else if (message instanceof Message.Unreadable unreadable) {
            deadLetters.increment();
            output.collect(DEAD_LETTERS, new StreamRecord<>(unreadable.letter()));
        } else if (message instanceof Message.End end) {
            if (times.end(end.source())) {
                ahead.increment();
            }
            ended.increment();
            lines.add(end.lines());
        }
    }

    private void item(Arrival change) {
        if (itemsInLine) {
            output.collect(new StreamRecord<>(change, change.item().timestamp()));
        } else {
            output.collect(ITEMS, new StreamRecord<>(change.item()));
        }
    }

    private void event(Message.ShopEvent happened) {
        if (times.isLearned(happened.event())) {
            learned.increment();
            return;
        }
        Arrival arrival = times.arrive(happened.source(), happened.event());
        output.collect(new StreamRecord<>(arrival, happened.timestamp()));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        kept.update(times.snapshot(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0));
    }
}

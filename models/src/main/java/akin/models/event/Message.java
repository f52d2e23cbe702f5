package akin.models.event;

import akin.models.catalog.Item;

/** One message of a log or topic after reading: one of the three is not null, or none at a log's {@link #END}. */
public record Message(Event event, Item item, DeadLetter deadLetter) {
    /** Says that a log has been read to its end. */
    public static final Message END = new Message(null, null, null);

    public static Message of(Event event) {
        return new Message(event, null, null);
    }

    public static Message of(Item item) {
        return new Message(null, item, null);
    }

    public static Message of(DeadLetter deadLetter) {
        return new Message(null, null, deadLetter);
    }

    /** True for {@link #END}, wherever it was deserialized. */
    public boolean isEnd() {
        return event == null && item == null && deadLetter == null;
    }

    /** Event time of the event or catalogue change; {@code Long.MIN_VALUE} for what has none. */
    public long timestamp() {
        if (event != null) {
            return event.timestamp();
        }
        return item != null ? item.timestamp() : Long.MIN_VALUE;
    }
}

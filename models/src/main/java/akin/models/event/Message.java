package akin.models.event;

import akin.models.catalog.Item;

/**
 * One message of a log or topic after reading: event, item or dead letter, or none of them at a log's {@link #END}.
 *
 * @param source names the partition that it came from, empty where there is only one
 */
public record Message(Event event, Item item, DeadLetter deadLetter, String source) {
    private static final String ONLY = "";

    /** Says that a log has been read to its end. */
    public static final Message END = new Message(null, null, null, ONLY);

    public static Message of(Event event) {
        return new Message(event, null, null, ONLY);
    }

    public static Message of(Item item) {
        return new Message(null, item, null, ONLY);
    }

    public static Message of(DeadLetter deadLetter) {
        return new Message(null, null, deadLetter, ONLY);
    }

    /** The same as one that came from a partition. */
    public Message from(String partition) {
        return new Message(event, item, deadLetter, partition);
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

package akin.models.event;

import akin.models.catalog.Item;

/** One message of a log or topic after reading: exactly one of the three is not null. */
public record Message(Event event, Item item, DeadLetter deadLetter) {

    public static Message of(Event event) {
        return new Message(event, null, null);
    }

    public static Message of(Item item) {
        return new Message(null, item, null);
    }

    public static Message of(DeadLetter deadLetter) {
        return new Message(null, null, deadLetter);
    }

    /** Event time of the event or catalogue change; {@code Long.MIN_VALUE} for a dead letter, which has none. */
    public long timestamp() {
        if (event != null) {
            return event.timestamp();
        }
        return item != null ? item.timestamp() : Long.MIN_VALUE;
    }
}

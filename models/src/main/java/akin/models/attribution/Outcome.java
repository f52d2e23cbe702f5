package akin.models.attribution;

import akin.models.event.Event;
import akin.models.event.EventType;

/**
 * What a user did that may be due to a list.
 *
 * @param rankingId the list that it names, or null
 * @param value what was paid, in hundredths; 0 where the event doesn't say
 */
public record Outcome(String itemId, EventType type, long timestamp, String rankingId, long value) {
    /** Returns what attribution has to know of an event. */
    public static Outcome of(Event event) {
        return new Outcome(event.itemId(), event.type(), event.timestamp(), event.rankingId(), event.value());
    }

    /** Returns whether it can only be due to the list that it names. Other outcomes are due to the last list that held the item. */
    public boolean namesItsList() {
        return rankingId != null && (type == EventType.CLICK || type == EventType.IMPRESSION);
    }
}

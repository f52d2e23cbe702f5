package akin.models.event;

import java.util.Objects;

/**
 * What happened in the shop.
 *
 * @param eventId names the event among those of its user: a second one with the same id is a duplicate
 * @param timestamp event time, epoch milliseconds
 * @param sessionId the shop's own session, or null: then a gap in time ends a session
 * @param placement where a ranking is wanted, or null for the default placement
 * @param anchorId the item whose ranking was shown (impressions and clicks), or null
 * @param rankingId the ranking that was shown (impressions and clicks), or null
 * @param value what was paid (purchases), in hundredths of the currency; 0 where nobody says
 */
public record Event(
        String eventId,
        String userId,
        String itemId,
        EventType type,
        long timestamp,
        String sessionId,
        String placement,
        String anchorId,
        String rankingId,
        long value) {

    public Event {
        Objects.requireNonNull(eventId, "event_id");
        Objects.requireNonNull(userId, "user_id");
        Objects.requireNonNull(itemId, "item_id");
        Objects.requireNonNull(type, "type");
    }

    /** An event that tells no value. */
    public Event(
            String eventId,
            String userId,
            String itemId,
            EventType type,
            long timestamp,
            String sessionId,
            String placement,
            String anchorId,
            String rankingId) {
        this(eventId, userId, itemId, type, timestamp, sessionId, placement, anchorId, rankingId, 0);
    }

    /** Whoever asks to be forgotten is at no item. */
    public static Event forget(String eventId, String userId, long timestamp) {
        return of(eventId, userId, "", EventType.FORGET, timestamp, null);
    }

    /** The request for a ranking that a visit would have made, at another time. */
    public Event asRequest(long at) {
        return new Event(eventId, userId, itemId, EventType.REQUEST, at, sessionId, placement, anchorId, rankingId);
    }

    /** The same at another time. */
    public Event at(long time) {
        return new Event(eventId, userId, itemId, type, time, sessionId, placement, anchorId, rankingId, value);
    }

    /** An event of a log that knows no placements and no rankings. */
    public static Event of(
            String eventId, String userId, String itemId, EventType type, long timestamp, String sessionId) {
        return new Event(eventId, userId, itemId, type, timestamp, sessionId, null, null, null);
    }
}

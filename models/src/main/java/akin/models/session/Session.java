package akin.models.session;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.random.Hash;
import java.time.Duration;
import java.util.List;

/**
 * A shopper's running session.
 *
 * @param id the shop's own session id, or null
 * @param startedAt event time of the first event
 * @param lastSeen event time of the newest event in it
 * @param visits how many visits it had since the last pause
 * @param trail the items chosen last, newest last: an item put into the cart from where it was looked at counts once
 * @param items the distinct items, newest last, when the co-visit unit is the session
 * @param carted items put into the cart, newest last
 * @param bought items bought, newest last
 */
public record Session(
        String id,
        long startedAt,
        long lastSeen,
        int visits,
        List<String> trail,
        List<String> items,
        List<String> carted,
        List<String> bought) {
    /** Items of a session among which the visit is found that led to an item in the cart. */
    static final int TRAIL = 64;

    private static final int MOST_WANTED = 64;

    static Session startedBy(Event event) {
        return new Session(
                event.sessionId(), event.timestamp(), event.timestamp(), 0, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns a hash of user and session, by which models tell sessions apart. */
    long key(String userId) {
        long user = Hash.seed(0, userId);
        return id == null ? Hash.of(user, 0, startedAt) : Hash.seed(user, id);
    }

    /** The session as it goes on after a pause: under the shop's own id it may never end, but its visits count anew. */
    Session afterPause(Event event, Duration gap) {
        return event.timestamp() - lastSeen <= gap.toMillis()
                ? this
                : new Session(id, startedAt, lastSeen, 0, trail, items, carted, bought);
    }

    /** The session after a visit that is not learned. */
    Session touched(Event event) {
        return new Session(
                id, startedAt, Math.max(lastSeen, event.timestamp()), visits + 1, trail, items, carted, bought);
    }

    /** The session after a visit. */
    Session visited(Event event, List<String> newTrail, List<String> newItems) {
        return new Session(
                id,
                startedAt,
                Math.max(lastSeen, event.timestamp()),
                visits + 1,
                newTrail,
                newItems,
                plus(carted, event, EventType.CART),
                plus(bought, event, EventType.PURCHASE));
    }

    private static List<String> plus(List<String> wanted, Event event, EventType type) {
        return event.type() == type ? Lists.appendDistinct(wanted, event.itemId(), MOST_WANTED) : wanted;
    }

    /** The most that the session has done with an item so far. */
    EventType ledTo(String itemId) {
        if (bought.contains(itemId)) {
            return EventType.PURCHASE;
        }
        return carted.contains(itemId) ? EventType.CART : EventType.VIEW;
    }

    /** A given session id decides; without one, a pause longer than {@code gap} ends the session. */
    boolean continuesWith(Event event, Duration gap) {
        if (event.sessionId() != null) {
            return event.sessionId().equals(id);
        }
        return event.timestamp() - lastSeen <= gap.toMillis();
    }
}

package akin.models.session;

import akin.models.event.Event;
import java.time.Duration;
import java.util.List;

/**
 * A shopper's running session.
 *
 * @param id the shop's own session id, or null
 * @param lastSeen event time of the newest event in it
 * @param visits how many visits it had
 * @param window the last items, newest last, without immediate repeats
 * @param items the distinct items, newest last, when the co-visit unit is the session
 */
public record Session(String id, long lastSeen, int visits, List<String> window, List<String> items) {
    static Session startedBy(Event event) {
        return new Session(event.sessionId(), event.timestamp(), 0, List.of(), List.of());
    }

    /** A given session id decides; without one, a pause longer than {@code gap} ends the session. */
    boolean continuesWith(Event event, Duration gap) {
        if (event.sessionId() != null) {
            return event.sessionId().equals(id);
        }
        return event.timestamp() - lastSeen <= gap.toMillis();
    }
}

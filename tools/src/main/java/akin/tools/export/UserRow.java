package akin.tools.export;

import akin.models.event.Event;
import akin.models.session.Seen;
import akin.models.session.Session;
import akin.models.session.Shopper;
import java.util.List;

/**
 * What is remembered of a user.
 *
 * @param lastSeen event time of the newest event, epoch milliseconds
 * @param events put in order so far
 * @param session items chosen last in the running session, newest last
 * @param history distinct items, the longest ago first
 * @param bought distinct items bought, newest last
 * @param waiting ids of events that wait for the watermark
 */
public record UserRow(
        String userId,
        long lastSeen,
        long events,
        int sessionVisits,
        List<String> session,
        List<String> history,
        List<String> bought,
        List<String> waiting) {
    public static UserRow of(String userId, Shopper shopper) {
        Session session = shopper.session();
        return new UserRow(
                userId,
                shopper.lastSeen(),
                shopper.sequence(),
                session == null ? 0 : session.visits(),
                session == null ? List.of() : session.trail(),
                shopper.history().stream().map(Seen::id).toList(),
                shopper.bought(),
                shopper.pending().stream().map(Event::eventId).toList());
    }
}

package akin.models.session;

import akin.models.event.Event;
import java.util.List;

/**
 * All that is remembered of one shopper; a value, replaced as a whole.
 *
 * @param sequence number of events put in order so far
 * @param lastSeen event time of the newest event
 * @param session the running session, or null before the first event
 * @param history distinct items with the time of the last visit, the longest ago first
 * @param bought distinct items bought, newest last
 * @param pending events that wait for the watermark, in order of time, then arrival
 * @param recent ids of recent events, to recognise duplicates
 * @param quota what was learned of the shopper lately
 */
public record Shopper(
        long sequence,
        long lastSeen,
        Session session,
        List<Seen> history,
        List<String> bought,
        List<Event> pending,
        List<Seen> recent,
        Quota quota) {
    /** Somebody who was never here. */
    public static final Shopper NEW =
            new Shopper(0, Long.MIN_VALUE, null, List.of(), List.of(), List.of(), List.of(), Quota.UNUSED);

    /** Somebody of whom only what came since is known. */
    static Shopper since(long lastSeen, List<Event> pending, List<Seen> recent) {
        return new Shopper(0, lastSeen, null, List.of(), List.of(), pending, recent, Quota.UNUSED);
    }

    Shopper withPending(List<Event> newPending) {
        return new Shopper(sequence, lastSeen, session, history, bought, newPending, recent, quota);
    }
}

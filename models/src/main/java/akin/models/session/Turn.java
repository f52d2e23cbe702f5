package akin.models.session;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.shard.Visit;
import java.util.List;

/** An event whose turn in event time has come, in the context of its shopper; a value. What follows from both is worked out once. */
public final class Turn {
    private final Shopper shopper;
    private final Event event;
    private final Session session;
    private final boolean isOverCap;
    private final boolean isQuotaUsed;
    private final List<String> window;
    private final String anchor;
    private final boolean isChoice;
    private final List<Seen> history;
    private final int place;

    Turn(Shopper shopper, Event event, SessionSettings settings) {
        this.shopper = shopper;
        this.event = event;
        session = session(shopper, event, settings);
        isOverCap = event.type().isVisit() && session.visits() >= settings.visitsPerSession();
        isQuotaUsed = shopper.quota().usedIn(event.timestamp()) >= settings.examplesPerHour();
        window = event.type().isVisit() ? Windows.of(session.trail(), settings.window()) : List.of();
        anchor = Visit.anchorOf(event.itemId(), window);
        isChoice = isChoice(session.trail(), event);
        history = unexpired(
                shopper.history(), event.timestamp() - settings.historyExpiry().toMillis());
        place = event.type().isVisit() ? place(history, event.itemId()) : -1;
    }

    private static List<Seen> unexpired(List<Seen> history, long oldest) {
        int from = 0;
        while (from < history.size() && history.get(from).timestamp() < oldest) {
            from++;
        }
        return history.subList(from, history.size());
    }

    private static int place(List<Seen> history, String itemId) {
        int at = history.size() - 1;
        while (at >= 0 && !history.get(at).id().equals(itemId)) {
            at--;
        }
        return at;
    }

    /** Returns the session that an event belongs to, as it was before the event. */
    static Session session(Shopper shopper, Event event, SessionSettings settings) {
        Session session = shopper.session();
        return session != null && session.continuesWith(event, settings.gap())
                ? session.afterPause(event, settings.gap())
                : Session.startedBy(event);
    }

    /** To put an item into the cart from where it was looked at is no new choice. */
    private static boolean isChoice(List<String> trail, Event event) {
        return trail.isEmpty()
                || event.type() == EventType.VIEW
                || !trail.get(trail.size() - 1).equals(event.itemId());
    }

    Shopper shopper() {
        return shopper;
    }

    Event event() {
        return event;
    }

    /** The session before the event. */
    Session session() {
        return session;
    }

    /** The session's last items before the event, newest last; empty unless the event is a visit. */
    List<String> window() {
        return window;
    }

    /** The item that the visit was led from, or null. */
    String anchor() {
        return anchor;
    }

    /** The shopper's items before the event that have not expired. */
    List<Seen> history() {
        return history;
    }

    /** Where the event's item stands among them, or -1. */
    int place() {
        return place;
    }

    /** Returns whether the shopper chose the item just now. */
    boolean isChoice() {
        return isChoice;
    }

    /** Returns whether the session had as many visits as are learned of one. */
    public boolean isOverCap() {
        return isOverCap;
    }

    /** Returns whether this would be an example, and the user had as many in this hour as are learned of one. */
    public boolean isOverQuota() {
        return leadsFromAnother() && isQuotaUsed;
    }

    /** Returns whether the user had as many examples in this hour as are learned of one. */
    boolean isQuotaUsed() {
        return isQuotaUsed;
    }

    /** Returns whether there is something to learn from. */
    boolean isExample() {
        return leadsFromAnother() && !isQuotaUsed;
    }

    private boolean leadsFromAnother() {
        return isChoice && anchor != null;
    }
}

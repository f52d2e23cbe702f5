package akin.models.session;

import akin.models.event.Arrival;
import akin.models.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens to a shopper as events arrive, before their turn in event time comes. Pure functions, as {@link Sessions}. */
public final class Arrivals {
    private static final int MOST_RECENT_EVENTS = 256;
    private static final int SOURCES = 16;

    private final Duration duplicateWindow;
    private final int waitingEvents;

    public Arrivals(SessionSettings settings) {
        duplicateWindow = settings.duplicateWindow();
        waitingEvents = settings.waitingEvents();
    }

    /** True when an event with this id came within the configured time. */
    public boolean isDuplicate(Shopper shopper, Event event) {
        for (Seen seen : shopper.recent()) {
            if (seen.id().equals(event.eventId())
                    && Math.abs(event.timestamp() - seen.timestamp()) <= duplicateWindow.toMillis()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns whether as many events of the shopper wait as may. Those count that event time had not passed at their own source,
     * so that it is a matter of what the source holds. Others, which wait for other sources, have a ceiling far above that.
     */
    public boolean isFull(Shopper shopper, Arrival arrival) {
        List<Event> pending = shopper.pending();
        int first = pending.size() - waitingEvents;
        return first >= 0
                && (pending.get(first).timestamp() >= arrival.at() || pending.size() >= SOURCES * waitingEvents);
    }

    /** Says why an event of a shopper can't wait. */
    public String whyFull() {
        return waitingEvents + " events of the user wait for event time, and no more may (sessions.waiting_events)";
    }

    /**
     * Returns what is left to do in event time: the event, or when it is late the ranking that it asks for, or null.
     *
     * @param ranks whether it asks for a ranking in event time
     */
    public Event toCome(Arrival arrival, boolean ranks) {
        if (!arrival.isLate()) {
            return arrival.event();
        }
        return ranks ? arrival.event().asRequest(arrival.when()) : null;
    }

    /**
     * Remembers an event's id, and what waits for the watermark because of it.
     *
     * @param toCome the event itself, or what is left to do of a late one, or null
     */
    public Shopper arrive(Shopper shopper, Event event, Event toCome) {
        List<Event> pending = toCome == null ? shopper.pending() : insert(shopper.pending(), toCome);
        return new Shopper(
                shopper.sequence(),
                Math.max(shopper.lastSeen(), event.timestamp()),
                shopper.session(),
                shopper.history(),
                shopper.bought(),
                pending,
                remember(shopper.recent(), event),
                shopper.quota());
    }

    /**
     * Takes in that the shopper is to be forgotten, at the time of {@code request}: what waits from then on is dropped now,
     * the rest of what is remembered when its turn comes in event time. So what is still learned of the shopper is a
     * matter of times and of the order of messages, never of how far the job has come.
     */
    public Shopper forget(Shopper shopper, Event request) {
        List<Event> before = shopper.pending().stream()
                .filter(event -> event.timestamp() < request.timestamp())
                .toList();
        return new Shopper(
                shopper.sequence(),
                Long.MIN_VALUE,
                shopper.session(),
                shopper.history(),
                shopper.bought(),
                Lists.append(before, request, before.size() + 1),
                List.of(),
                shopper.quota());
    }

    private static List<Event> insert(List<Event> pending, Event event) {
        int at = pending.size();
        while (at > 0 && pending.get(at - 1).timestamp() > event.timestamp()) {
            at--;
        }
        List<Event> longer = new ArrayList<>(pending.size() + 1);
        longer.addAll(pending);
        longer.add(at, event);
        return longer;
    }

    private List<Seen> remember(List<Seen> recent, Event event) {
        long oldest = event.timestamp() - duplicateWindow.toMillis();
        int from = 0;
        while (from < recent.size() && recent.get(from).timestamp() < oldest) {
            from++;
        }
        Seen seen = new Seen(event.eventId(), event.timestamp());
        return Lists.append(recent.subList(from, recent.size()), seen, MOST_RECENT_EVENTS);
    }

    /** Returns the pending events that are due, the oldest first. */
    public List<Event> due(Shopper shopper, long watermark) {
        List<Event> pending = shopper.pending();
        int end = 0;
        while (end < pending.size() && pending.get(end).timestamp() <= watermark) {
            end++;
        }
        return pending.subList(0, end);
    }

    /** Takes out the {@code count} oldest pending events. */
    public Shopper withoutFirst(Shopper shopper, int count) {
        List<Event> pending = shopper.pending();
        return shopper.withPending(List.copyOf(pending.subList(count, pending.size())));
    }
}

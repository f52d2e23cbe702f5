package akin.models.session;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.ranking.Placement;
import akin.models.shard.Enhancement;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts events into the context of their shopper and session. Pure functions from {@link Shopper} to {@link Shopper}. */
public final class Sessions {
    /** Items of a session among which the visit is found that led to an item in the cart. */
    private static final int TRAIL = 64;

    private final SessionSettings settings;
    private final Map<String, Placement> placements = new HashMap<>();
    private final Placement defaultPlacement;
    private final ShardLookup shards;

    /**
     * @param placements the first is used when an event names none or an unknown one
     */
    public Sessions(SessionSettings settings, List<Placement> placements, ShardLookup shards) {
        this.settings = settings;
        this.shards = shards;
        defaultPlacement = placements.get(0);
        placements.forEach(placement -> this.placements.put(placement.name(), placement));
    }

    /** True when the event asks for a ranking. */
    public boolean asks(Event event) {
        return event.type() == EventType.REQUEST || (event.type() == EventType.VIEW && settings.rankViews());
    }

    /** The ranking that an event asks for, or null. */
    public RankRequest request(Shopper shopper, Event event) {
        if (!asks(event)) {
            return null;
        }
        Placement placement =
                placements.getOrDefault(event.placement() == null ? "" : event.placement(), defaultPlacement);
        Session session = session(shopper, event);
        return new RankRequest(
                shards.shardOf(event.itemId(), event.timestamp()),
                event.timestamp(),
                event.userId(),
                shopper.sequence(),
                session.key(event.userId()),
                event.eventId(),
                event.itemId(),
                placement.name(),
                window(Lists.append(session.trail(), event.itemId(), TRAIL), settings.window()),
                excluded(shopper, placement));
    }

    /** The shopper as if what is pending up to the event had happened: for rankings that can't wait for the watermark. */
    public Shopper caughtUp(Shopper shopper, Event event) {
        List<Event> earlier = shopper.pending();
        int end = earlier.size();
        while (end > 0 && earlier.get(end - 1).timestamp() > event.timestamp()) {
            end--;
        }
        Shopper now = shopper;
        for (int i = 0; i < end; i++) {
            Event before = earlier.get(i);
            // Of more visits than a trail holds the first leave no trace in it.
            if (before.type() == EventType.FORGET) {
                now = forgotten(now, before);
            } else if (before.type().isVisit() && i >= end - TRAIL) {
                now = visited(now, before);
            }
        }
        return now;
    }

    /** The shopper after an event that is no visit: as before, unless it asks to be forgotten. */
    private static Shopper forgotten(Shopper shopper, Event event) {
        return event.type() == EventType.FORGET
                ? Shopper.since(shopper.lastSeen(), shopper.pending(), shopper.recent())
                : shopper;
    }

    private static List<String> excluded(Shopper shopper, Placement placement) {
        if (!placement.filters().hideSeen()) {
            return placement.filters().hideBought() ? shopper.bought() : List.of();
        }
        return shopper.history().stream().map(Seen::id).toList();
    }

    /**
     * Takes an event in order: emits its visit, to one shard or to two, and what it tells of earlier ones, and gives the
     * shopper afterwards.
     *
     * @return the shopper after the event; unchanged in its session when the session is over its cap
     */
    public Shopper advance(Shopper shopper, Event event, Consumer<ShardInput> inputs) {
        if (event.type() == EventType.FORGET) {
            return forgotten(shopper, event);
        }
        if (!event.type().isVisit()) {
            return next(shopper, shopper.session());
        }
        if (isOverCap(shopper, event)) {
            return next(shopper, session(shopper, event).touched(event));
        }
        Session session = session(shopper, event);
        List<String> unitItems = unitItems(shopper, session, event);
        boolean first = !unitItems.contains(event.itemId());
        route(shopper, event, session, first, unitItems, inputs);
        enhance(shopper, event, session, inputs);
        return visited(shopper, event);
    }

    /** True when the session had as many visits as are learned of one. */
    public boolean isOverCap(Shopper shopper, Event event) {
        return event.type().isVisit() && session(shopper, event).visits() >= settings.visitsPerSession();
    }

    /** True when the user had as many examples in this hour as are learned of one. */
    public boolean isOverQuota(Shopper shopper, Event event) {
        return leadsFromAnother(session(shopper, event), event) && isQuotaUsed(shopper, event);
    }

    private boolean isQuotaUsed(Shopper shopper, Event event) {
        return shopper.quota().usedIn(event.timestamp()) >= settings.examplesPerHour();
    }

    private boolean isExample(Shopper shopper, Event event) {
        return leadsFromAnother(session(shopper, event), event) && !isOverQuota(shopper, event);
    }

    /** To put an item into the cart from where it was looked at is no new choice. */
    private static boolean isChoice(Session session, Event event) {
        List<String> trail = session.trail();
        return trail.isEmpty()
                || event.type() == EventType.VIEW
                || !trail.get(trail.size() - 1).equals(event.itemId());
    }

    private boolean leadsFromAnother(Session session, Event event) {
        return isChoice(session, event)
                && Visit.anchorOf(event.itemId(), window(session.trail(), settings.window())) != null;
    }

    /** Tells the earlier visits to an item, in the order of the session, that it went into the cart or was bought. */
    private void enhance(Shopper shopper, Event event, Session session, Consumer<ShardInput> inputs) {
        EventType before = session.ledTo(event.itemId());
        if (isQuotaUsed(shopper, event) || most(event.type(), before) == before) {
            return;
        }
        List<String> trail = session.trail();
        for (int at = 1; at < trail.size(); at++) {
            if (trail.get(at).equals(event.itemId())) {
                List<String> window = window(trail.subList(0, at), settings.window());
                String anchor = Visit.anchorOf(event.itemId(), window);
                if (anchor == null) {
                    continue;
                }
                inputs.accept(new Enhancement(
                        shards.shardOf(anchor, event.timestamp()),
                        event.timestamp(),
                        event.userId(),
                        shopper.sequence() * TRAIL + at,
                        event.itemId(),
                        event.type(),
                        before,
                        window));
            }
        }
    }

    private static EventType most(EventType one, EventType other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(EventType type) {
        return type == EventType.PURCHASE ? 2 : type == EventType.CART ? 1 : 0;
    }

    private Session session(Shopper shopper, Event event) {
        Session session = shopper.session();
        return session != null && session.continuesWith(event, settings.gap())
                ? session.afterPause(event, settings.gap())
                : Session.startedBy(event);
    }

    private List<String> unitItems(Shopper shopper, Session session, Event event) {
        return settings.covisitUnit() == CovisitUnit.SESSION
                ? session.items()
                : unexpired(shopper.history(), event).stream().map(Seen::id).toList();
    }

    private void route(
            Shopper shopper,
            Event event,
            Session session,
            boolean first,
            List<String> unitItems,
            Consumer<ShardInput> visits) {
        List<String> window = window(session.trail(), settings.window());
        boolean example = isExample(shopper, event);
        EventType ledTo = most(event.type(), session.ledTo(event.itemId()));
        int home = shards.shardOf(event.itemId(), event.timestamp());
        String anchor = Visit.anchorOf(event.itemId(), window);
        int anchorHome = anchor == null ? home : shards.shardOf(anchor, event.timestamp());
        List<String> companions = first ? inShard(home, unitItems, event.timestamp()) : List.of();
        Visit visit = new Visit(
                home,
                event.timestamp(),
                event.userId(),
                shopper.sequence(),
                session.key(event.userId()),
                event.type(),
                event.itemId(),
                window,
                anchorHome == home,
                true,
                first,
                example,
                ledTo,
                companions);
        visits.accept(visit);
        if (anchorHome != home) {
            visits.accept(visit.atAnchorIn(anchorHome));
        }
    }

    private List<String> inShard(int home, List<String> itemIds, long timestamp) {
        List<String> inside = new ArrayList<>(itemIds.size());
        for (String itemId : itemIds) {
            if (shards.shardOf(itemId, timestamp) == home) {
                inside.add(itemId);
            }
        }
        return inside;
    }

    private Shopper visited(Shopper shopper, Event event) {
        Session before = session(shopper, event);
        Session after = before.visited(
                event,
                isChoice(before, event) ? Lists.append(before.trail(), event.itemId(), TRAIL) : before.trail(),
                settings.covisitUnit() == CovisitUnit.SESSION
                        ? Lists.appendDistinct(before.items(), event.itemId(), settings.historyItems())
                        : List.of());
        List<String> bought = event.type() == EventType.PURCHASE
                ? Lists.appendDistinct(shopper.bought(), event.itemId(), settings.historyItems())
                : shopper.bought();
        return new Shopper(
                shopper.sequence() + 1,
                shopper.lastSeen(),
                after,
                history(shopper.history(), event),
                bought,
                shopper.pending(),
                shopper.recent(),
                isExample(shopper, event) ? shopper.quota().plusOne(event.timestamp()) : shopper.quota());
    }

    private static Shopper next(Shopper shopper, Session session) {
        return new Shopper(
                shopper.sequence() + 1,
                shopper.lastSeen(),
                session,
                shopper.history(),
                shopper.bought(),
                shopper.pending(),
                shopper.recent(),
                shopper.quota());
    }

    /** The last items of a trail, newest last, without immediate repeats. */
    public static List<String> window(List<String> trail, int most) {
        LinkedList<String> window = new LinkedList<>();
        for (int i = trail.size() - 1; i >= 0 && window.size() < most; i--) {
            if (window.isEmpty() || !window.getFirst().equals(trail.get(i))) {
                window.addFirst(trail.get(i));
            }
        }
        return List.copyOf(window);
    }

    private List<Seen> history(List<Seen> history, Event event) {
        List<Seen> kept = new ArrayList<>(unexpired(history, event));
        kept.removeIf(seen -> seen.id().equals(event.itemId()));
        return Lists.append(kept, new Seen(event.itemId(), event.timestamp()), settings.historyItems());
    }

    private List<Seen> unexpired(List<Seen> history, Event event) {
        long oldest = event.timestamp() - settings.historyExpiry().toMillis();
        int from = 0;
        while (from < history.size() && history.get(from).timestamp() < oldest) {
            from++;
        }
        return history.subList(from, history.size());
    }
}

package akin.models.session;

import static akin.models.session.Session.TRAIL;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.ranking.Assignment;
import akin.models.ranking.Placement;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts events into the context of their shopper and session. Pure functions from {@link Shopper} to {@link Shopper}. */
public final class Sessions {
    private final SessionSettings settings;
    private final Map<String, Placement> placements = new HashMap<>();
    private final Placement defaultPlacement;
    private final ShardLookup shards;
    private final Arms arms;
    private final Enhancements enhancements;

    /**
     * @param placements the first is used when an event names none or an unknown one
     */
    public Sessions(SessionSettings settings, List<Placement> placements, ShardLookup shards) {
        this(settings, placements, shards, Arms.NONE);
    }

    /** The same where experiments may change rankings. */
    public Sessions(SessionSettings settings, List<Placement> placements, ShardLookup shards, Arms arms) {
        this.settings = settings;
        this.shards = shards;
        this.arms = arms;
        enhancements = new Enhancements(settings, shards);
        defaultPlacement = placements.get(0);
        placements.forEach(placement -> this.placements.put(placement.name(), placement));
    }

    /** True when the event asks for a ranking. */
    public boolean asks(Event event) {
        return event.type() == EventType.REQUEST || (event.type() == EventType.VIEW && settings.rankViews());
    }

    /** The ranking that an event asks for, or null. */
    public RankRequest request(Shopper remembered, Event event) {
        if (!asks(event)) {
            return null;
        }
        Shopper shopper = met(remembered, event);
        Placement configured =
                placements.getOrDefault(event.placement() == null ? "" : event.placement(), defaultPlacement);
        Assignment assignment = arms.assign(event.userId(), configured, event.timestamp());
        Placement placement = assignment == null ? configured : assignment.placement();
        Session session = Turn.session(shopper, event, settings);
        return new RankRequest(
                shards.shardOf(event.itemId(), event.timestamp()),
                event.timestamp(),
                event.userId(),
                shopper.sequence(),
                session.key(event.userId()),
                event.eventId(),
                event.itemId(),
                placement.name(),
                Windows.of(Lists.append(session.trail(), event.itemId(), TRAIL), settings.window()),
                excluded(shopper, placement),
                assignment);
    }

    private static List<String> excluded(Shopper shopper, Placement placement) {
        if (!placement.filters().hideSeen()) {
            return placement.filters().hideBought() ? shopper.bought() : List.of();
        }
        return shopper.history().stream().map(Seen::id).toList();
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
                now = forgotten(now);
            } else if (before.type().isVisit() && i >= end - TRAIL) {
                now = visited(turn(now, before));
            }
        }
        return now;
    }

    private static Shopper forgotten(Shopper shopper) {
        return Shopper.since(shopper.lastSeen(), shopper.pending(), shopper.recent());
    }

    /** The shopper as an event meets it: somebody new after so long an absence, whether or not that has been cleared by then. */
    private Shopper met(Shopper shopper, Event event) {
        Session session = shopper.session();
        boolean isForgotten = session != null
                && event.timestamp() - session.lastSeen()
                        > settings.historyExpiry().toMillis();
        return isForgotten ? forgotten(shopper) : shopper;
    }

    /** Puts an event whose turn has come into the context of its shopper. */
    public Turn turn(Shopper shopper, Event event) {
        return new Turn(met(shopper, event), event, settings);
    }

    /** Takes an event in order; see {@link #advance(Turn, Consumer)}. */
    public Shopper advance(Shopper shopper, Event event, Consumer<ShardInput> inputs) {
        return advance(turn(shopper, event), inputs);
    }

    /**
     * Takes an event in order: emits its visit, to one shard or to two, and what it tells of earlier ones, and gives the
     * shopper afterwards.
     *
     * @return the shopper after the event; unchanged in its session when the session is over its cap
     */
    public Shopper advance(Turn turn, Consumer<ShardInput> inputs) {
        Shopper shopper = turn.shopper();
        if (turn.event().type() == EventType.FORGET) {
            return forgotten(shopper);
        }
        if (!turn.event().type().isVisit()) {
            return next(shopper, shopper.session());
        }
        if (turn.isOverCap()) {
            return next(shopper, turn.session().touched(turn.event()));
        }
        route(turn, inputs);
        enhancements.tell(turn, inputs);
        return visited(turn);
    }

    private void route(Turn turn, Consumer<ShardInput> visits) {
        Event event = turn.event();
        String itemId = event.itemId();
        int home = shards.shardOf(itemId, event.timestamp());
        int anchorHome = turn.anchor() == null ? home : shards.shardOf(turn.anchor(), event.timestamp());
        boolean first = settings.covisitUnit() == CovisitUnit.SESSION
                ? !turn.session().items().contains(itemId)
                : turn.place() < 0;
        Visit visit = new Visit(
                home,
                event.timestamp(),
                event.userId(),
                turn.shopper().sequence(),
                turn.session().key(event.userId()),
                event.type(),
                itemId,
                turn.window(),
                anchorHome == home,
                true,
                first,
                turn.isExample(),
                Enhancements.most(event.type(), turn.session().ledTo(itemId)),
                first ? companions(turn, home) : List.of());
        visits.accept(visit);
        if (anchorHome != home) {
            visits.accept(visit.atAnchorIn(anchorHome));
        }
    }

    /** The other items of the unit that are in a shard. */
    private List<String> companions(Turn turn, int home) {
        List<String> companions = new ArrayList<>();
        long time = turn.event().timestamp();
        if (settings.covisitUnit() == CovisitUnit.SESSION) {
            for (String itemId : turn.session().items()) {
                add(itemId, home, time, companions);
            }
        } else {
            for (Seen seen : turn.history()) {
                add(seen.id(), home, time, companions);
            }
        }
        return companions;
    }

    private void add(String itemId, int home, long time, List<String> companions) {
        if (shards.shardOf(itemId, time) == home) {
            companions.add(itemId);
        }
    }

    private Shopper visited(Turn turn) {
        Event event = turn.event();
        Session before = turn.session();
        Session after = before.visited(
                event,
                turn.isChoice() ? Lists.append(before.trail(), event.itemId(), TRAIL) : before.trail(),
                settings.covisitUnit() == CovisitUnit.SESSION
                        ? Lists.appendDistinct(before.items(), event.itemId(), settings.historyItems())
                        : List.of());
        Shopper shopper = turn.shopper();
        List<String> bought = event.type() == EventType.PURCHASE
                ? Lists.appendDistinct(shopper.bought(), event.itemId(), settings.historyItems())
                : shopper.bought();
        return new Shopper(
                shopper.sequence() + 1,
                shopper.lastSeen(),
                after,
                history(turn),
                bought,
                shopper.pending(),
                shopper.recent(),
                turn.isExample() ? shopper.quota().plusOne(event.timestamp()) : shopper.quota());
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

    private List<Seen> history(Turn turn) {
        List<Seen> before = turn.history();
        List<Seen> kept = new ArrayList<>(before.size() + 1);
        if (turn.place() < 0) {
            kept.addAll(before);
        } else {
            kept.addAll(before.subList(0, turn.place()));
            kept.addAll(before.subList(turn.place() + 1, before.size()));
        }
        kept.add(new Seen(turn.event().itemId(), turn.event().timestamp()));
        int most = settings.historyItems();
        return kept.size() <= most ? kept : new ArrayList<>(kept.subList(kept.size() - most, kept.size()));
    }
}

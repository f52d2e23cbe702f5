package akin.models.attribution;

import akin.models.event.EventType;
import akin.models.ranking.Trial;
import akin.models.statistics.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Says which outcomes are due to which lists: to the last list that held the item, as long as it was shown within the
 * window of the outcome; to the list that the outcome names, where it names one. Each place of a list counts once for each kind
 * of outcome, so that a repeated event adds no outcome; it adds to the activity of the user. Pure functions from {@link Trail} to {@link Trail}; inputs come in
 * event-time order, and one that comes late counts as far as its list is still remembered.
 */
public final class Attribution {
    /** Most outcomes of a user that wait for their list. */
    private static final int MOST_WAITING = 20;

    private final AttributionSettings settings;
    private final Caps caps;
    private final Windows windows;
    private final long userExpiry;

    public Attribution(AttributionSettings settings) {
        this.settings = settings;
        caps = new Caps(settings);
        windows = new Windows(settings);
        userExpiry = settings.userExpiry().toMillis();
    }

    /**
     * Takes a list.
     *
     * @param changes takes what it changes in the users' numbers
     */
    public Trail exposed(Trail trail, Shown list, Consumer<Change> changes) {
        if (ShownLists.find(trail.shown(), list.rankingId()) >= 0) {
            return trail;
        }
        Trail now = trail.seenAt(list.timestamp());
        boolean counts = !settings.byImpression();
        now = now.withShown(ShownLists.add(
                now.shown(), counts ? list.seen() : list, windows.oldest(now.lastSeen()), settings.lists()));
        if (counts) {
            now = listed(now, list, list.timestamp(), changes);
        }
        return now.waiting().isEmpty() ? now : taken(now, list, changes);
    }

    /** Counts a list in each of its experiments. */
    private Trail listed(Trail trail, Shown list, long time, Consumer<Change> changes) {
        List<Participation> all = new ArrayList<>(trail.participations());
        all.removeIf(participation -> participation.until() <= trail.lastSeen());
        for (Trial trial : list.trials()) {
            int at = find(all, trial.experiment(), 0);
            if (at < 0) {
                long[] counts = new long[Measure.COUNT];
                counts[Measure.LISTS.ordinal()] = 1;
                counts[Measure.ACTIVITY.ordinal()] = trail.activity();
                Participation first = new Participation(trial.experiment(), trial.arm(), trial.until(), counts);
                all.add(first);
                changes.accept(new Change(trial.experiment(), trial.arm(), time, null, caps.cut(counts)));
            } else {
                all.set(at, counted(all.get(at).lasting(trial.until()), Measure.LISTS, 1, time, changes));
            }
        }
        return trail.withParticipations(List.copyOf(all));
    }

    private Participation counted(
            Participation before, Measure measure, long more, long time, Consumer<Change> changes) {
        Participation after = before.plus(measure, more);
        changes.accept(new Change(
                before.experiment(), before.arm(), time, caps.cut(before.counts()), caps.cut(after.counts())));
        return after;
    }

    /** Outcomes that named this list before it was known are taken now. */
    private Trail taken(Trail trail, Shown list, Consumer<Change> changes) {
        List<Outcome> waiting = new ArrayList<>();
        List<Outcome> due = new ArrayList<>();
        for (Outcome outcome : trail.waiting()) {
            if (outcome.rankingId().equals(list.rankingId())) {
                due.add(outcome);
            } else if (!windows.isTooOld(outcome, list.timestamp())) {
                waiting.add(outcome);
            }
        }
        Trail now = trail.withWaiting(waiting);
        for (Outcome outcome : due) {
            now = attributed(now, outcome, changes);
        }
        return now;
    }

    /** Takes what a shopper did. */
    public Trail happened(Trail trail, Outcome outcome, Consumer<Change> changes) {
        Trail now = trail.seenAt(outcome.timestamp());
        if (outcome.type().isVisit()) {
            now = now.moreActive();
        }
        return attributed(now, outcome, changes);
    }

    private Trail attributed(Trail trail, Outcome outcome, Consumer<Change> changes) {
        if (outcome.namesItsList()) {
            int list = ShownLists.find(trail.shown(), outcome.rankingId());
            return list < 0 ? waiting(trail, outcome) : named(trail, list, outcome, changes);
        }
        for (int list = trail.shown().size() - 1; list >= 0; list--) {
            Shown shown = trail.shown().get(list);
            int place = shown.isSeen() && windows.hold(outcome, shown.timestamp())
                    ? shown.items().indexOf(outcome.itemId())
                    : -1;
            if (place >= 0) {
                return credited(trail, list, place, outcome, changes);
            }
        }
        return trail;
    }

    private static Trail waiting(Trail trail, Outcome outcome) {
        List<Outcome> waiting = new ArrayList<>(trail.waiting());
        waiting.add(outcome);
        return trail.withWaiting(
                waiting.size() <= MOST_WAITING ? waiting : new ArrayList<>(waiting.subList(1, waiting.size())));
    }

    /** A click or an impression that names its list. */
    private Trail named(Trail trail, int list, Outcome outcome, Consumer<Change> changes) {
        Shown shown = trail.shown().get(list);
        if (!windows.hold(outcome, shown.timestamp())) {
            return trail;
        }
        if (outcome.type() == EventType.CLICK) {
            int place = shown.items().indexOf(outcome.itemId());
            return place < 0 || !shown.isSeen() ? trail : credited(trail, list, place, outcome, changes);
        }
        if (shown.isSeen()) {
            return trail;
        }
        List<Shown> lists = new ArrayList<>(trail.shown());
        lists.set(list, shown.seen());
        return listed(trail.withShown(List.copyOf(lists)), shown, outcome.timestamp(), changes);
    }

    private Trail credited(Trail trail, int list, int place, Outcome outcome, Consumer<Change> changes) {
        Shown shown = trail.shown().get(list);
        int flag = OutcomeKind.of(outcome.type()).flag();
        if (shown.has(place, flag)) {
            return trail;
        }
        List<Shown> lists = new ArrayList<>(trail.shown());
        lists.set(list, shown.with(place, flag));
        List<Participation> all = new ArrayList<>(trail.participations());
        for (Trial trial : shown.trials()) {
            int at = find(all, trial.experiment(), outcome.timestamp());
            if (at >= 0) {
                all.set(at, credited(all.get(at), shown, place, outcome, changes));
            }
        }
        return trail.withShown(List.copyOf(lists)).withParticipations(List.copyOf(all));
    }

    private Participation credited(
            Participation before, Shown list, int place, Outcome outcome, Consumer<Change> changes) {
        OutcomeKind kind = OutcomeKind.of(outcome.type());
        Participation after = before.plus(kind.measure(), 1);
        if (kind == OutcomeKind.PURCHASE && outcome.value() > 0) {
            after = after.plus(Measure.VALUE, outcome.value());
        }
        if (kind == OutcomeKind.CLICK && !list.teams().isEmpty()) {
            after = after.plus(Measure.CREDIT, credit(list.teams().charAt(place)));
        }
        changes.accept(new Change(
                before.experiment(),
                before.arm(),
                outcome.timestamp(),
                caps.cut(before.counts()),
                caps.cut(after.counts())));
        return after;
    }

    private static int credit(char team) {
        return team == 'b' ? 1 : team == 'a' ? -1 : 0;
    }

    /** Returns where the user takes part in an experiment that something at a time still counts for, or -1. */
    private static int find(List<Participation> all, String experiment, long time) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).experiment().equals(experiment) && all.get(i).until() > time) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the event time from which on a user may be forgotten if nothing comes any more. */
    public long expiry(Trail trail) {
        long expiry = trail.lastSeen() + userExpiry;
        for (Participation participation : trail.participations()) {
            expiry = Math.max(expiry, participation.until());
        }
        return expiry;
    }
}

package akin.models.attribution;

import java.util.List;

/**
 * What attribution remembers of a user; immutable.
 *
 * @param lastSeen newest event time
 * @param activity visits so far
 * @param shown the last lists, oldest first
 * @param waiting outcomes that name a list which is not known yet, in the order of arrival
 */
public record Trail(
        long lastSeen, long activity, List<Shown> shown, List<Participation> participations, List<Outcome> waiting) {
    /** Of a user who was never seen. */
    public static final Trail NEW = new Trail(Long.MIN_VALUE, 0, List.of(), List.of(), List.of());

    /** Returns what is remembered of a user who was at so many items and saw no list. */
    public static Trail active(long activity) {
        return new Trail(Long.MIN_VALUE, activity, List.of(), List.of(), List.of());
    }

    Trail seenAt(long time) {
        return time <= lastSeen ? this : new Trail(time, activity, shown, participations, waiting);
    }

    Trail moreActive() {
        return new Trail(lastSeen, activity + 1, shown, participations, waiting);
    }

    Trail withShown(List<Shown> lists) {
        return new Trail(lastSeen, activity, lists, participations, waiting);
    }

    Trail withParticipations(List<Participation> all) {
        return new Trail(lastSeen, activity, shown, all, waiting);
    }

    Trail withWaiting(List<Outcome> outcomes) {
        return new Trail(lastSeen, activity, shown, participations, outcomes);
    }
}

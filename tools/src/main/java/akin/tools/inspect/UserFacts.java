package akin.tools.inspect;

import akin.models.session.Shopper;
import java.util.function.BiConsumer;

/** Counts what is remembered of users. */
final class UserFacts implements BiConsumer<String, Shopper> {
    private long users;
    private long sessions;
    private long histories;
    private long pending;
    private long lastSeen = Long.MIN_VALUE;

    @Override
    public void accept(String userId, Shopper shopper) {
        users++;
        sessions += shopper.session() == null ? 0 : 1;
        histories += shopper.history().size();
        pending += shopper.pending().size();
        lastSeen = Math.max(lastSeen, shopper.lastSeen());
    }

    long users() {
        return users;
    }

    /** Users with a session that may go on. */
    long sessions() {
        return sessions;
    }

    /** Items in the histories of all users. */
    long histories() {
        return histories;
    }

    /** Events that wait for the watermark. */
    long pending() {
        return pending;
    }

    /** Event time of the newest event. */
    long lastSeen() {
        return lastSeen;
    }
}

package akin.models.session;

/**
 * How many examples of a user were learned in an hour of event time: nobody moves the models alone.
 *
 * @param hour hours since 1970
 */
public record Quota(long hour, int used) {
    private static final long HOUR = 3_600_000;

    static final Quota UNUSED = new Quota(0, 0);

    Quota plusOne(long timestamp) {
        return new Quota(hour(timestamp), usedIn(timestamp) + 1);
    }

    /** What was used of the hour of {@code timestamp}. */
    int usedIn(long timestamp) {
        return hour(timestamp) == hour ? used : 0;
    }

    private static long hour(long timestamp) {
        return Math.floorDiv(timestamp, HOUR);
    }
}

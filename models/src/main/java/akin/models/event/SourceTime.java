package akin.models.event;

import akin.models.catalog.Item;
import java.time.Duration;

/**
 * How far event time has come in one source (a partition, a log), by the events seen of it; a value. So what is late is a
 * matter of what a source holds, never of who reads it, when, and beside what.
 *
 * <p>Where a source says when events arrived, none is dated later than that, and event time follows each. A log doesn't
 * say: there a moment counts as reached once two shoppers were seen at it or later, so that one clock ahead makes nobody
 * else late.
 *
 * @param source names the partition or log
 * @param reached event time so far, epoch milliseconds, {@code Long.MIN_VALUE} before any
 * @param ended whether a log was read to its end
 * @param ahead the shopper who is furthest, or null
 * @param furthest how far that shopper is
 * @param others how far the furthest of all others is
 * @param inARow events of the furthest shopper since another one's
 * @param behind by how much another one's event was behind the furthest shopper at most, milliseconds
 * @param items number of catalogue changes
 */
public record SourceTime(
        String source,
        long reached,
        boolean ended,
        String ahead,
        long furthest,
        long others,
        int inARow,
        long behind,
        long items) {
    private static final long NEVER = Long.MIN_VALUE;

    /** So many events of one shopper in a row are that shopper's log, and move event time alone. */
    private static final int ALONE = 256;

    /** A shop may have been quiet for so long before a log's last event. */
    private static final long QUIET = Duration.ofDays(7).toMillis();

    /** A source of which nothing was seen. */
    public static SourceTime of(String source) {
        return new SourceTime(source, NEVER, false, null, NEVER, NEVER, 0, 0, 0);
    }

    /** The time after an event of a source that says when events arrived. */
    public SourceTime arrived(Event event) {
        return arrived(event.timestamp());
    }

    /** The time after something that arrived at {@code timestamp}. */
    public SourceTime arrived(long timestamp) {
        return timestamp <= reached
                ? this
                : new SourceTime(source, timestamp, ended, ahead, furthest, others, inARow, behind, items);
    }

    /** The time after an event of a log that knows its order only. */
    public SourceTime read(Event event) {
        long time = event.timestamp();
        if (event.userId().equals(ahead)) {
            return with(ahead, Math.max(furthest, time), others, inARow + 1, behind);
        }
        return time > furthest
                ? with(event.userId(), time, furthest, 1, 0)
                : with(ahead, furthest, Math.max(others, time), 0, Math.max(behind, furthest - time));
    }

    /** The time after a catalogue change, which doesn't move it. */
    public SourceTime counted() {
        return new SourceTime(source, reached, ended, ahead, furthest, others, inARow, behind, items + 1);
    }

    private SourceTime with(String shopper, long newFurthest, long newOthers, int count, long newBehind) {
        long confirmed = count >= ALONE ? newFurthest : newOthers;
        return new SourceTime(
                source, Math.max(reached, confirmed), ended, shopper, newFurthest, newOthers, count, newBehind, items);
    }

    /**
     * The time at the end of a log: that of its last event. A last shopper who is far ahead of all others is believed after
     * a quiet time, but not when others were seen at earlier times since, as they are where one clock is ahead.
     *
     * @param skew how far is far, milliseconds
     */
    public SourceTime end(long skew) {
        boolean isNear = others == NEVER || furthest - others <= skew;
        boolean isAfterQuiet = behind <= skew && furthest - others <= QUIET;
        long last = isNear || isAfterQuiet ? Math.max(reached, furthest) : reached;
        return new SourceTime(source, last, true, ahead, furthest, others, inARow, behind, items);
    }

    /** Returns whether events of the furthest shopper were not believed at the log's end, and wait. */
    public boolean leavesWaiting() {
        return ended && furthest > reached;
    }

    /** The earliest time that isn't late now, {@code Long.MIN_VALUE} while nothing is. */
    private long earliest(long outOfOrderness) {
        return reached == NEVER ? NEVER : reached - outOfOrderness;
    }

    /** Everything up to this time has come, but for what is late. */
    public long watermark(long outOfOrderness) {
        return reached == NEVER ? NEVER : earliest(outOfOrderness) - 1;
    }

    /** The next event of the source with event time by then. */
    public Arrival arrival(Event event, long outOfOrderness) {
        return new Arrival(event, earliest(outOfOrderness));
    }

    /** The next catalogue change of the source, which holds from when it came if it is late. */
    public Item arrival(Item item, long outOfOrderness) {
        long earliest = earliest(outOfOrderness);
        return item.timestamp() < earliest ? item.at(earliest) : item;
    }
}

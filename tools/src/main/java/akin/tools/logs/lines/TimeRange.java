package akin.tools.logs.lines;

import java.io.Serializable;
import java.time.Instant;

/**
 * Which times can be true; others are of a broken clock or in another unit.
 *
 * @param latest epoch milliseconds
 */
public record TimeRange(long latest) implements Serializable {
    /** Epoch milliseconds: 2000-01-01. */
    private static final long EARLIEST = 946_684_800_000L;

    /** Returns the time when it can be true, and refuses it else, naming the column and its text. */
    public long check(long time, String column, String text) {
        if (time < EARLIEST || time > latest) {
            throw UnreadableLineException.wrong(
                    column,
                    text,
                    "a time from " + Instant.ofEpochMilli(EARLIEST) + " to " + Instant.ofEpochMilli(latest));
        }
        return time;
    }
}

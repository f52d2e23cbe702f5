package akin.jobs.config;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Where the topic of events is read from in partitions of which the savepoint, if there is one, knows no position.
 *
 * @param time messages that arrived then or later, epoch milliseconds; counts with {@link Where#TIME} only
 */
public record StartAt(Where where, long time) {
    /** What is allowed. */
    public static final String ALLOWED = "savepoint, earliest, latest or a time such as 2026-01-31T12:00:00Z";

    /** The places. */
    public enum Where {
        /** From the beginning, but for what a savepoint of a log has learned. */
        SAVEPOINT,
        EARLIEST,
        LATEST,
        TIME
    }

    /**
     * Reads a place or a time.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static StartAt of(String text) {
        return switch (text) {
            case "savepoint" -> new StartAt(Where.SAVEPOINT, 0);
            case "earliest" -> new StartAt(Where.EARLIEST, 0);
            case "latest" -> new StartAt(Where.LATEST, 0);
            default -> new StartAt(Where.TIME, millis(text));
        };
    }

    private static long millis(String text) {
        try {
            return text.matches("\\d{1,15}")
                    ? Long.parseLong(text)
                    : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
    }

    @Override
    public String toString() {
        return switch (where) {
            case SAVEPOINT, EARLIEST -> "the beginning";
            case LATEST -> "the end";
            case TIME -> Instant.ofEpochMilli(time).toString();
        };
    }
}

package akin.operators;

import java.time.Duration;

/** Rounds expiry times up to eighths of the time that a key is kept: a key has a timer for each eighth, not for each event. */
final class ExpirySteps {
    private static final int CHECKS = 8;

    private final long step;

    ExpirySteps(Duration kept) {
        step = Math.max(1, kept.toMillis() / CHECKS);
    }

    /** Returns when it is looked whether a key has expired at a time. */
    long after(long time) {
        return (Math.floorDiv(time, step) + 1) * step;
    }
}

package akin.operators;

import java.io.Serializable;
import java.time.Duration;

/**
 * How event time goes in a source.
 *
 * @param outOfOrderness how much earlier than the newest event of its partition another one may come and not be late
 * @param skew by how much a log's last shopper may be ahead of all others
 * @param tellsArrival whether the source says when events arrived, so that none is dated later
 * @param skipsLearned whether events are skipped that are no later than the end of a log that was learned before
 * @param clock how event time goes on where nothing comes, or null: it doesn't
 */
public record Timing(Duration outOfOrderness, Duration skew, boolean tellsArrival, boolean skipsLearned, Clock clock)
        implements Serializable {

    /**
     * Event time by the clock.
     *
     * @param lag how far it stays behind the clock where nothing comes
     * @param most how far it stays behind the clock at most, whatever comes, or null where that is not limited
     * @param health of the source: while it doesn't answer, event time stands still
     */
    public record Clock(Duration lag, Duration most, SourceHealth health) implements Serializable {}

    /** The same without a clock. */
    public Timing withoutClock() {
        return new Timing(outOfOrderness, skew, tellsArrival, skipsLearned, null);
    }
}

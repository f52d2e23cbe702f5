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
 */
public record Timing(Duration outOfOrderness, Duration skew, boolean tellsArrival, boolean skipsLearned)
        implements Serializable {}

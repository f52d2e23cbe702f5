package akin.operators;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the operator of shards runs.
 *
 * @param rankInEventTime whether rank requests wait for the watermark too, so that a replay repeats to the byte
 * @param reportEvery event time between two reports of a shard
 * @param reportAtEnd whether the job's result carries each shard's last report with its digest
 * @param slice how long rankings and checkpoints may wait while what is due is learned; zero: until all of it is
 * @param failures inputs that may fail before the job stops
 * @param waiting most inputs of a shard that wait for event time; what comes beyond is set aside
 */
public record ShardsOptions(
        boolean rankInEventTime, Duration reportEvery, boolean reportAtEnd, Duration slice, int failures, int waiting)
        implements Serializable {}

package akin.bench.faults;

import java.util.List;

/**
 * What a run came to.
 *
 * @param secondsToRecover of each fault, from the fault to the first ranking after the longest time without
 * @param rankings different ones
 * @param missing rankings that should have come and did not
 * @param repeated rankings that came more than once
 * @param deadLetters ids of unreadable messages, as often as they came
 * @param late events that came after the watermark
 * @param pauseMillis for how long the slowest one in a hundred checkpoints since the last start held the shards up
 * @param digest of the model in the end
 */
record Outcome(
        List<Double> secondsToRecover,
        int events,
        int rankings,
        int missing,
        long repeated,
        List<String> deadLetters,
        int late,
        double pauseMillis,
        String digest) {}

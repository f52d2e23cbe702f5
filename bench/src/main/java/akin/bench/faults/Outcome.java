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
 * @param moreLate different events on the topic of late ones, less those that are late by what came before in their partition
 * @param late events that are
 * @param pauseMillis for how long the slowest one in a hundred checkpoints since the last start held the shards up
 * @param isEqual whether the model in the end is that of a loop over the same messages
 */
record Outcome(
        Traffic traffic,
        List<Double> secondsToRecover,
        int rankings,
        int missing,
        long repeated,
        List<String> deadLetters,
        int moreLate,
        int late,
        double pauseMillis,
        boolean isEqual) {}

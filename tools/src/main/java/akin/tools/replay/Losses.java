package akin.tools.replay;

import akin.operators.SortMessages;
import java.io.PrintStream;

/**
 * How much of a log was of use, in lines. A log without lines, as the simulated shop is one, loses none.
 *
 * @param used lines that count
 * @param unreadable lines that are dead letters
 * @param late events that came too late to be learned
 */
public record Losses(long used, long unreadable, long late) {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    public static Losses of(RunMetrics metrics) {
        long late = metrics.count("late");
        return new Losses(Math.max(0, metrics.count(SortMessages.LINES) - late), metrics.count("dead_letters"), late);
    }

    /** Returns whether less than half was used. */
    public boolean areMost() {
        return unreadable + late > used;
    }

    /**
     * Says when less than half was used, and what to do.
     *
     * @return the exit code
     */
    public int tell(PrintStream out, boolean accepted) {
        if (!areMost()) {
            return DONE;
        }
        out.printf(
                "less than half of the log was used: %,d lines, %,d could not be read (see dead_letters.jsonl),"
                        + " %,d were late%s%s%n",
                used,
                unreadable,
                late,
                late > unreadable ? " (the log isn't in the order of time: --sort)" : "",
                accepted ? "" : "; --accept-losses takes that for success");
        return accepted ? DONE : FAILED;
    }
}

package akin.models.attribution;

import akin.models.statistics.Moments;
import java.util.Arrays;

/**
 * How a user's numbers in an experiment changed.
 *
 * @param timestamp event time of what changed them
 * @param before as they were, by measure; null when the user is new
 * @param after as they are
 */
public record Change(String experiment, String arm, long timestamp, long[] before, long[] after) {
    /** Puts it into the sums of its arm. */
    public void applyTo(Moments moments) {
        if (before != null) {
            moments.remove(before);
        }
        moments.add(after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change that
                && experiment.equals(that.experiment)
                && arm.equals(that.arm)
                && timestamp == that.timestamp
                && Arrays.equals(before, that.before)
                && Arrays.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return 31 * experiment.hashCode() + Arrays.hashCode(after);
    }

    @Override
    public String toString() {
        return experiment + " " + arm + " at " + timestamp + ": " + Arrays.toString(before) + " -> "
                + Arrays.toString(after);
    }
}

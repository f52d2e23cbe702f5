package akin.models.attribution;

import akin.models.statistics.Measure;
import java.util.Arrays;

/**
 * A user in an experiment; immutable.
 *
 * @param arm of the first list: whoever sees another arm's list later stays counted here
 * @param until event time from which nothing counts any more
 * @param counts of the measures, uncut
 */
public record Participation(String experiment, String arm, long until, long[] counts) {

    Participation plus(Measure measure, long more) {
        long[] after = counts.clone();
        after[measure.ordinal()] += more;
        return new Participation(experiment, arm, until, after);
    }

    Participation lasting(long later) {
        return later == until ? this : new Participation(experiment, arm, later, counts);
    }

    long count(Measure measure) {
        return counts[measure.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Participation that
                && experiment.equals(that.experiment)
                && arm.equals(that.arm)
                && until == that.until
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * experiment.hashCode() + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return experiment + " " + arm + " " + Arrays.toString(counts);
    }
}

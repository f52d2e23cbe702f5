package akin.models.experiment;

import akin.models.statistics.Design;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A comparison of arms on live traffic.
 *
 * @param layer the name of the layer whose buckets the arms take
 * @param placements that it is about; empty: all
 * @param start event time of the first list, epoch milliseconds
 * @param end event time after the last list
 * @param arms the control first
 * @param ramp in the order of time; empty: everybody from the start
 * @param forced arms by user, for those who try it out; they aren't counted
 * @param pairs share of the lists in which two neighbours are put in random order
 * @param design how it is judged
 */
public record Experiment(
        String id,
        String layer,
        List<String> placements,
        Period period,
        List<Arm> arms,
        List<RampStep> ramp,
        Map<String, String> forced,
        double pairs,
        Design design)
        implements Serializable {

    /**
     * When it runs.
     *
     * @param start event time of the first list, epoch milliseconds
     * @param end event time after the last list
     */
    public record Period(long start, long end) implements Serializable {
        /** Returns whether a time is inside. */
        public boolean contains(long time) {
            return start <= time && time < end;
        }

        boolean overlaps(Period other) {
            return start < other.end && other.start < end;
        }
    }

    /** Returns whether it changes rankings of a placement at a time. */
    boolean covers(String placement, long time) {
        return period.contains(time) && (placements.isEmpty() || placements.contains(placement));
    }

    /** Returns the share of the arms' users that takes part at a time. */
    double share(long time) {
        double share = ramp.isEmpty() ? 1 : 0;
        for (RampStep step : ramp) {
            if (step.at() <= time) {
                share = step.share();
            }
        }
        return share;
    }

    /** Returns the arm of a bucket, or null. */
    Arm armOf(int bucket) {
        for (Arm arm : arms) {
            if (arm.buckets().contains(bucket)) {
                return arm;
            }
        }
        return null;
    }

    /** Returns the arm of a name, or null. */
    public Arm arm(String name) {
        return arms.stream().filter(arm -> arm.name().equals(name)).findFirst().orElse(null);
    }
}

package akin.models.experiment;

import akin.models.ranking.Assignment;
import akin.models.ranking.Placement;
import akin.models.ranking.Trial;
import java.util.ArrayList;
import java.util.List;

/** Says which arms a ranking is made by: a function of the definitions, the user and the event time. */
public final class Assigner {
    private final long outcomeWindow;

    /**
     * @param outcomeWindow for how long after an experiment's end outcomes count, milliseconds
     */
    public Assigner(long outcomeWindow) {
        this.outcomeWindow = outcomeWindow;
    }

    /** Returns how experiments change a ranking, or null when none does. */
    public Assignment assign(Timeline timeline, String userId, Placement placement, long time) {
        Definitions definitions = timeline.at(time);
        Placement varied = placement;
        List<Trial> trials = null;
        String rival = null;
        double pairs = 0;
        for (Experiment experiment : definitions.experiments()) {
            if (!experiment.covers(placement.name(), time)) {
                continue;
            }
            boolean isForced = experiment.forced().containsKey(userId);
            Arm arm = isForced
                    ? experiment.arm(experiment.forced().get(userId))
                    : drawn(definitions.layer(experiment.layer()), experiment, userId, time);
            if (arm != null) {
                trials = trials == null ? new ArrayList<>(1) : trials;
                trials.add(new Trial(
                        experiment.id(),
                        arm.name(),
                        definitions.version(),
                        experiment.period().end() + outcomeWindow,
                        isForced));
                varied = arm.variation().of(varied);
                rival = arm.variation().interleaveWith() == null
                        ? rival
                        : arm.variation().interleaveWith();
                pairs = Math.max(pairs, experiment.pairs());
            }
        }
        return trials == null ? null : new Assignment(varied, List.copyOf(trials), rival, pairs);
    }

    private static Arm drawn(Layer layer, Experiment experiment, String userId, long time) {
        int bucket = Buckets.of(layer.salt(), userId);
        Arm arm = experiment.armOf(bucket);
        double share = experiment.share(time);
        return arm == null || (share < 1 && Buckets.ramp(layer.salt(), userId) >= share) ? null : arm;
    }
}

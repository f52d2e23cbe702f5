package akin.operators;

import akin.models.event.DeadLetter;
import akin.models.experiment.Assigner;
import akin.models.experiment.Definitions;
import akin.models.experiment.ExperimentSettings;
import akin.models.ranking.Assignment;
import akin.models.ranking.Placement;
import akin.models.session.Arms;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/** Says which arm of which experiments a ranking is of, by the definitions that a subtask knows. */
final class SessionsExperiments implements Arms {
    private final ExperimentTimeline timeline;
    private final Assigner assigner;

    SessionsExperiments(ExperimentSettings settings, FunctionInitializationContext context) throws Exception {
        timeline = new ExperimentTimeline(
                context.getOperatorStateStore().getBroadcastState(StatisticsFunction.EXPERIMENTS),
                settings.definitions());
        assigner = settings.assigner();
    }

    @Override
    public Assignment assign(String userId, Placement placement, long time) {
        return assigner.assign(timeline.known(), userId, placement, time);
    }

    /** Takes definitions; returns a dead letter of those that can't follow what is known, or null. */
    DeadLetter take(Definitions definitions) throws Exception {
        String refusal = timeline.take(definitions);
        return refusal == null ? null : ExperimentTimeline.letter(definitions, refusal);
    }
}

package akin.operators;

import akin.models.event.DeadLetter;
import akin.models.experiment.ChangesCheck;
import akin.models.experiment.Definitions;
import akin.models.experiment.Timeline;
import akin.models.settings.InvalidSettingsException.Invalid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** The definitions of experiments that a subtask knows; all of them know the same. They lie in broadcast state by version. */
final class ExperimentTimeline {
    private final BroadcastState<Long, Definitions> state;
    private Timeline known = Timeline.EMPTY;

    /**
     * Starts with what was restored, and with what the configuration says beyond that.
     *
     * @param configured or null
     */
    ExperimentTimeline(BroadcastState<Long, Definitions> state, Definitions configured) throws Exception {
        this.state = state;
        List<Definitions> restored = new ArrayList<>();
        for (Map.Entry<Long, Definitions> entry : state.entries()) {
            restored.add(entry.getValue());
        }
        restored.sort(Comparator.comparingLong(Definitions::version));
        restored.forEach(definitions -> known = known.with(definitions));
        if (configured != null && configured.version() >= known.newest().version()) {
            String refusal = take(configured);
            if (refusal != null) {
                throw new SuppressRestartsException(
                        new IllegalStateException("the definitions of experiments.file are refused: " + refusal));
            }
        }
    }

    Timeline known() {
        return known;
    }

    /**
     * Takes definitions, unless they can't follow those before.
     *
     * @return why they were refused, or null
     */
    String take(Definitions definitions) throws Exception {
        Definitions newest = known.newest();
        if (newest.equals(definitions)) {
            return null;
        }
        List<Invalid> problems = new ArrayList<>(ChangesCheck.problems(newest, definitions));
        Definitions holding = known.before(definitions.effectiveAt());
        if (problems.isEmpty() && !holding.equals(newest)) {
            problems.addAll(ChangesCheck.problems(holding, definitions));
        }
        if (!problems.isEmpty()) {
            return problems.stream().map(Invalid::toString).collect(Collectors.joining("; "));
        }
        Timeline before = known;
        known = before.with(definitions);
        state.put(definitions.version(), definitions);
        for (Definitions earlier : before.versions()) {
            if (!known.versions().contains(earlier)) {
                state.remove(earlier.version());
            }
        }
        return null;
    }

    /** Makes a dead letter of definitions that were refused. */
    static DeadLetter letter(Definitions definitions, String refusal) {
        return DeadLetter.of("experiments, version " + definitions.version(), refusal, definitions.toString());
    }
}

package akin.models.experiment;

import akin.models.settings.InvalidSettingsException.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds what new definitions may not change, so that nobody moves between the arms of an experiment that runs. */
public final class ChangesCheck {
    private ChangesCheck() {}

    /** Returns what is wrong with the step from one to the next; empty when nothing is. */
    public static List<Invalid> problems(Definitions before, Definitions after) {
        List<Invalid> problems = new ArrayList<>();
        if (after.version() <= before.version()) {
            problems.add(new Invalid("version", after.version(), "a number above " + before.version()));
        }
        for (Experiment running : before.experiments()) {
            Experiment next = after.experiment(running.id());
            if (next != null && running.period().contains(after.effectiveAt())) {
                changes(running, next, before, after, problems);
            }
        }
        return problems;
    }

    private static void changes(
            Experiment running, Experiment next, Definitions before, Definitions after, List<Invalid> problems) {
        String key = "experiments." + running.id() + ".";
        keep(key + "start", running.period().start(), next.period().start(), problems);
        keep(key + "layer", running.layer(), next.layer(), problems);
        keep(key + "salt", salt(before, running), salt(after, next), problems);
        keep(key + "placements", running.placements(), next.placements(), problems);
        keep(key + "arms", running.arms(), next.arms(), problems);
        keep(key + "design", running.design(), next.design(), problems);
        double shared = running.share(after.effectiveAt());
        if (next.share(after.effectiveAt()) < shared) {
            problems.add(new Invalid(
                    key + "ramp", next.ramp(), "at least " + shared + " at " + after.effectiveAt() + ": it runs"));
        }
    }

    private static String salt(Definitions definitions, Experiment experiment) {
        Layer layer = definitions.layer(experiment.layer());
        return layer == null ? null : layer.salt();
    }

    private static void keep(String key, Object before, Object after, List<Invalid> problems) {
        if (!Objects.equals(before, after)) {
            problems.add(new Invalid(key, after, "what it was, " + before + ": the experiment runs"));
        }
    }
}

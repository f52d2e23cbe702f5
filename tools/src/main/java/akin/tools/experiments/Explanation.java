package akin.tools.experiments;

import akin.models.experiment.Arm;
import akin.models.experiment.Assigner;
import akin.models.experiment.Buckets;
import akin.models.experiment.Definitions;
import akin.models.experiment.Experiment;
import akin.models.experiment.Layer;
import akin.models.experiment.Timeline;
import akin.models.ranking.Assignment;
import akin.models.ranking.Placement;
import akin.models.ranking.Trial;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words who gets what by definitions of experiments. */
public final class Explanation {
    private final Definitions definitions;
    private final List<Placement> placements;
    private final Long at;

    /**
     * @param at epoch milliseconds, or null: the start of each experiment
     */
    public Explanation(Definitions definitions, List<Placement> placements, Long at) {
        this.definitions = definitions;
        this.placements = placements;
        this.at = at;
    }

    /** Returns the layers with what their buckets are for. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                "version %d, from %s on%n", definitions.version(), Instant.ofEpochMilli(definitions.effectiveAt())));
        for (Layer layer : definitions.layers()) {
            text.append(String.format("layer %s, %d buckets%n", layer.name(), Buckets.COUNT));
            if (layer.holdOut() != null) {
                text.append(line(layer.holdOut().toString(), layer.holdOut().size(), "held out of all experiments"));
            }
            definitions.experiments().stream()
                    .filter(experiment -> experiment.layer().equals(layer.name()))
                    .forEach(experiment -> experiment(experiment, text));
        }
        return text.toString();
    }

    private void experiment(Experiment experiment, StringBuilder text) {
        text.append(String.format(
                "  %s, %s to %s, %s, judged by %s%n",
                experiment.id(),
                Instant.ofEpochMilli(experiment.period().start()),
                Instant.ofEpochMilli(experiment.period().end()),
                experiment.placements().isEmpty() ? "all placements" : experiment.placements(),
                experiment.design().primary().name()));
        for (Arm arm : experiment.arms()) {
            text.append(
                    line(arm.buckets().toString(), arm.buckets().size(), arm.name() + ": " + what(experiment, arm)));
        }
        experiment
                .ramp()
                .forEach(step -> text.append(String.format(
                        "    from %s on %.1f %% of these users%n",
                        Instant.ofEpochMilli(step.at()), 100 * step.share())));
        experiment
                .forced()
                .forEach((user, arm) -> text.append(String.format("    %s gets %s, uncounted%n", user, arm)));
    }

    private static String line(String buckets, int size, String what) {
        return String.format("    %-8s %5.1f %%  %s%n", buckets, 100.0 * size / Buckets.COUNT, what);
    }

    private String what(Experiment experiment, Arm arm) {
        List<String> changes = placements.stream()
                .filter(placement -> experiment.placements().isEmpty()
                        || experiment.placements().contains(placement.name()))
                .filter(placement -> !arm.variation().of(placement).equals(placement))
                .map(placement ->
                        placement.name() + " by " + describe(arm.variation().of(placement)))
                .toList();
        String other = arm.variation().interleaveWith() == null
                ? ""
                : ", interleaved with " + arm.variation().interleaveWith();
        return (changes.isEmpty() ? "as configured" : String.join("; ", changes)) + other;
    }

    private static String describe(Placement placement) {
        return placement.ranker()
                + (placement.reranking() == null
                        ? ""
                        : ", first " + placement.reranking().k() + " again by "
                                + placement.reranking().ranker())
                + ", top " + placement.top();
    }

    /** Returns what a user gets in each placement. */
    public String of(String user) {
        StringBuilder text = new StringBuilder();
        for (Layer layer : definitions.layers()) {
            text.append(String.format(
                    "%s is in bucket %d of layer %s%n", user, Buckets.of(layer.salt(), user), layer.name()));
        }
        for (Experiment experiment : definitions.experiments()) {
            long time = at == null ? experiment.period().start() : at;
            Definitions only =
                    new Definitions(definitions.version(), Long.MIN_VALUE, definitions.layers(), List.of(experiment));
            text.append(String.format("%s in %s: %s%n", user, experiment.id(), arm(only, user, time)));
        }
        return text.toString();
    }

    private String arm(Definitions only, String user, long time) {
        Experiment experiment = only.experiments().get(0);
        Placement placement = placements.stream()
                .filter(any -> experiment.placements().isEmpty()
                        || experiment.placements().contains(any.name()))
                .findFirst()
                .orElse(placements.get(0));
        Assignment assignment = new Assigner(0).assign(Timeline.of(only), user, placement, time);
        return assignment == null
                ? "no arm"
                : assignment.trials().stream().map(Trial::arm).collect(Collectors.joining(", "));
    }
}

package akin.models.experiment;

import akin.models.settings.InvalidSettingsException.Invalid;
import akin.models.statistics.Measure;
import akin.models.statistics.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds all that is wrong with definitions as a whole. */
public final class DefinitionsCheck {
    private final Definitions definitions;
    private final Known known;
    private final List<Invalid> problems = new ArrayList<>();

    private DefinitionsCheck(Definitions definitions, Known known) {
        this.definitions = definitions;
        this.known = known;
    }

    /** Returns what is wrong; empty when nothing is. */
    public static List<Invalid> problems(Definitions definitions, Known known) {
        DefinitionsCheck check = new DefinitionsCheck(definitions, known);
        check.layers();
        Set<String> ids = new HashSet<>();
        for (Experiment experiment : definitions.experiments()) {
            if (!ids.add(experiment.id())) {
                check.problem(experiment, "id", experiment.id(), "an id that no other experiment has");
            }
            check.experiment(experiment);
        }
        check.overlaps();
        return check.problems;
    }

    private void problem(Experiment experiment, String key, Object value, String allowed) {
        problems.add(new Invalid("experiments." + experiment.id() + "." + key, value, allowed));
    }

    private void layers() {
        Set<String> names = new HashSet<>();
        Set<String> salts = new HashSet<>();
        for (Layer layer : definitions.layers()) {
            if (!names.add(layer.name())) {
                problems.add(new Invalid("layers.name", layer.name(), "a name that no other layer has"));
            }
            if (!salts.add(layer.salt())) {
                problems.add(new Invalid(
                        "layers." + layer.name() + ".salt", layer.salt(), "a salt that no other layer has"));
            }
        }
    }

    private void experiment(Experiment experiment) {
        if (definitions.layer(experiment.layer()) == null) {
            problem(experiment, "layer", experiment.layer(), "one of the layers");
        }
        if (experiment.period().end() <= experiment.period().start()) {
            problem(experiment, "end", experiment.period().end(), "a time after the start");
        }
        if (!known.placements().containsAll(experiment.placements())) {
            problem(experiment, "placements", experiment.placements(), "any of " + known.placements());
        }
        if (!(experiment.pairs() >= 0 && experiment.pairs() <= 1)) {
            problem(experiment, "pairs", experiment.pairs(), "a number from 0 to 1");
        }
        experiment.forced().forEach((user, arm) -> {
            if (experiment.arm(arm) == null) {
                problem(experiment, "forced." + user, arm, "the name of an arm");
            }
        });
        arms(experiment);
        ramp(experiment);
        metrics(experiment);
    }

    private void arms(Experiment experiment) {
        Set<String> names = new HashSet<>();
        for (Arm arm : experiment.arms()) {
            if (!names.add(arm.name())) {
                problem(experiment, "arms", arm.name(), "a name that no other arm has");
            }
            variation(experiment, arm.name(), arm.variation());
        }
        boolean interleaves =
                experiment.arms().stream().anyMatch(arm -> arm.variation().interleaveWith() != null);
        if (experiment.arms().size() < 2 && !interleaves) {
            problem(experiment, "arms", names, "at least two arms, or one that interleaves");
        }
        if (experiment.arms().size() > 1 && interleaves) {
            problem(experiment, "arms", names, "one arm where rankers are interleaved");
        }
    }

    private void variation(Experiment experiment, String arm, Variation variation) {
        String key = "arms." + arm + ".";
        ranker(experiment, key + "ranker", variation.ranker());
        ranker(experiment, key + "interleave_with", variation.interleaveWith());
        if (!Variation.NO_RERANKER.equals(variation.reranker())) {
            ranker(experiment, key + "reranker", variation.reranker());
        }
        if (variation.sources() != null && !known.sources().containsAll(variation.sources())) {
            problem(experiment, key + "sources", variation.sources(), "any of " + known.sources());
        }
        if (variation.interleaveWith() != null && variation.ranker() == null) {
            problem(experiment, key + "ranker", null, "the ranker that is interleaved with the other");
        }
    }

    private void ranker(Experiment experiment, String key, String ranker) {
        if (ranker != null && !known.rankers().contains(ranker)) {
            problem(experiment, key, ranker, "a ranker that is on: " + String.join(", ", known.rankers()));
        }
    }

    private void ramp(Experiment experiment) {
        RampStep before = new RampStep(Long.MIN_VALUE, 0);
        for (RampStep step : experiment.ramp()) {
            if (step.at() <= before.at() || step.share() < before.share() || step.share() > 1) {
                problem(experiment, "ramp", step, "steps in the order of time whose shares rise to 1 at most");
            }
            before = step;
        }
    }

    private void metrics(Experiment experiment) {
        if (experiment.design() == null) {
            return;
        }
        boolean isPreference = experiment.design().primary().of() == Measure.CREDIT;
        if (isPreference != (experiment.arms().size() == 1)) {
            problem(
                    experiment,
                    "primary",
                    experiment.design().primary().name(),
                    "preference where rankers are interleaved, else one of "
                            + Metric.all().stream().map(Metric::name).toList());
        }
    }

    /** Within a layer nobody can be in two arms at once; across layers no two arms may set the same of a placement. */
    private void overlaps() {
        List<Experiment> all = definitions.experiments();
        for (int i = 0; i < all.size(); i++) {
            Experiment experiment = all.get(i);
            overlapsInside(experiment);
            for (Experiment other : all.subList(0, i)) {
                if (experiment.period().overlaps(other.period())) {
                    if (experiment.layer().equals(other.layer())) {
                        overlapsInLayer(experiment, other);
                    } else {
                        overlapsAcross(experiment, other);
                    }
                }
            }
        }
    }

    private void overlapsInside(Experiment experiment) {
        Layer layer = definitions.layer(experiment.layer());
        List<Arm> arms = experiment.arms();
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            if (layer != null && layer.holdOut() != null && arm.buckets().overlaps(layer.holdOut())) {
                buckets(experiment, arm, "buckets outside of the layer's hold-out, " + layer.holdOut());
            }
            for (Arm other : arms.subList(0, i)) {
                if (arm.buckets().overlaps(other.buckets())) {
                    buckets(
                            experiment,
                            arm,
                            "buckets that the arm " + other.name() + " doesn't have, " + other.buckets());
                }
            }
        }
    }

    private void overlapsInLayer(Experiment experiment, Experiment other) {
        for (Arm arm : experiment.arms()) {
            for (Arm taken : other.arms()) {
                if (arm.buckets().overlaps(taken.buckets())) {
                    buckets(
                            experiment,
                            arm,
                            "buckets that " + other.id() + " doesn't have at the same time, " + taken.buckets());
                }
            }
        }
    }

    private void overlapsAcross(Experiment experiment, Experiment other) {
        boolean apart = !experiment.placements().isEmpty()
                && !other.placements().isEmpty()
                && experiment.placements().stream().noneMatch(other.placements()::contains);
        for (Arm arm : experiment.arms()) {
            boolean meets =
                    other.arms().stream().anyMatch(its -> its.variation().meets(arm.variation()));
            if (!apart && meets) {
                problem(
                        experiment,
                        "arms." + arm.name(),
                        arm.variation(),
                        "settings that " + other.id() + " in another layer doesn't set in the same placement");
            }
        }
    }

    private void buckets(Experiment experiment, Arm arm, String allowed) {
        problem(experiment, "arms." + arm.name() + ".buckets", arm.buckets(), allowed);
    }
}

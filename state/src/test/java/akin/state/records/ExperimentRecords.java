package akin.state.records;

import akin.models.attribution.Attribution;
import akin.models.attribution.AttributionSettings;
import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.attribution.Outcome;
import akin.models.attribution.Trail;
import akin.models.attribution.UserInputs;
import akin.models.event.EventType;
import akin.models.experiment.Arm;
import akin.models.experiment.ArmChange;
import akin.models.experiment.BucketRange;
import akin.models.experiment.Definitions;
import akin.models.experiment.Experiment;
import akin.models.experiment.ExperimentReport;
import akin.models.experiment.FilterVariation;
import akin.models.experiment.Layer;
import akin.models.experiment.RampStep;
import akin.models.experiment.Standing;
import akin.models.experiment.Variation;
import akin.models.ranking.Trial;
import akin.models.statistics.Design;
import akin.models.statistics.Guardrail;
import akin.models.statistics.Measure;
import akin.models.statistics.Metric;
import akin.models.statistics.Moments;
import akin.models.statistics.Reached;
import akin.models.statistics.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of experiments, with everything in them that can be. */
final class ExperimentRecords {
    private ExperimentRecords() {}

    private static Design design() {
        return new Design(
                List.of("old", "new"),
                List.of(0.25, 0.75),
                Metric.of("click-rate"),
                List.of(Design.PREFERENCE),
                List.of(new Guardrail(Metric.of("buyers"), 0.02)),
                0.05,
                1000,
                0.1,
                true);
    }

    static Definitions definitions() {
        Variation variation = new Variation(
                List.of("covisit"),
                "personalized",
                "cre",
                50,
                10,
                new FilterVariation(-1, List.of("brand"), true, false, 0.5),
                "popular");
        Experiment experiment = new Experiment(
                "e",
                "one",
                List.of("similar"),
                new Experiment.Period(5, 900),
                List.of(
                        new Arm("old", new BucketRange(100, 199), Variation.NONE),
                        new Arm("new", new BucketRange(200, 499), variation)),
                List.of(new RampStep(5, 0.1), new RampStep(50, 1)),
                new TreeMap<>(Map.of("tester", "new")),
                0.05,
                design());
        return new Definitions(
                7,
                4,
                List.of(new Layer("one", "s1", new BucketRange(0, 49)), new Layer("two", "s2", null)),
                List.of(experiment));
    }

    static Exposure exposure() {
        return new Exposure("u", "r", 5, List.of("x", "y✓"), List.of(new Trial("e", "new", 2, 99, false)), "ab");
    }

    static UserInputs user() {
        Attribution attribution = new Attribution(new AttributionSettings(
                false,
                Duration.ofMinutes(30),
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofSeconds(10),
                20,
                Duration.ofDays(30),
                1000,
                100,
                1000));
        Trail trail = attribution.exposed(Trail.active(3), exposure().list(), change -> {});
        trail = attribution.happened(trail, outcome(null), change -> {});
        trail = attribution.happened(trail, new Outcome("q", EventType.CLICK, 7, "other", 0), change -> {});
        return new UserInputs(trail, List.of(exposure().list()), List.of(outcome("r")));
    }

    private static Outcome outcome(String list) {
        return new Outcome("x", EventType.PURCHASE, 6, list, 250);
    }

    static Change change() {
        long[] counts = new long[Measure.COUNT];
        counts[1] = -3;
        return new Change("e", "new", 5, null, counts);
    }

    static ArmChange armChange() {
        Moments moments = Moments.ofMeasures();
        change().applyTo(moments);
        return new ArmChange("e", "new", 10, moments);
    }

    static Standing standing() {
        Standing standing = new Standing();
        standing.take("new", armChange().moments(), 10);
        standing.advance(10);
        standing.take("new", armChange().moments(), 20);
        standing.reached().put("new\tclick-rate", new Reached(0.25, Verdict.BETTER, 77));
        return standing;
    }

    static ExperimentReport report() {
        return new ExperimentReport(
                "e", 7, List.of("old", "new"), "click-rate", standing().look(20, design()));
    }
}

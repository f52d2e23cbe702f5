package akin.operators;

import akin.models.attribution.AttributionSettings;
import akin.models.experiment.Arm;
import akin.models.experiment.BucketRange;
import akin.models.experiment.Definitions;
import akin.models.experiment.Experiment;
import akin.models.experiment.ExperimentSettings;
import akin.models.experiment.Layer;
import akin.models.experiment.Variation;
import akin.models.statistics.Design;
import akin.models.statistics.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Experiments that tests of operators share. */
final class ExperimentFixtures {
    static final long START = 1_000_000;
    static final long END = START + Duration.ofDays(1).toMillis();

    private ExperimentFixtures() {}

    static AttributionSettings attribution() {
        return new AttributionSettings(
                false,
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofSeconds(10),
                20,
                Duration.ofDays(3),
                1000,
                100,
                1000);
    }

    static ExperimentSettings settings(Definitions definitions) {
        return new ExperimentSettings(definitions, true, attribution(), Duration.ofMinutes(1));
    }

    static Design design() {
        return new Design(
                List.of("old", "new"),
                List.of(0.5, 0.5),
                Metric.of("clicks-per-user"),
                List.of(),
                List.of(),
                0.05,
                1000,
                0.05,
                true);
    }

    static Definitions definitions(long version, long effectiveAt, String salt) {
        Experiment experiment = new Experiment(
                "e",
                "layer",
                List.of(),
                new Experiment.Period(START, END),
                List.of(
                        new Arm("old", new BucketRange(0, 499), Variation.NONE),
                        new Arm("new", new BucketRange(500, 999), Variation.ofRanker("popular"))),
                List.of(),
                Map.of(),
                0,
                design());
        return new Definitions(version, effectiveAt, List.of(new Layer("layer", salt, null)), List.of(experiment));
    }
}

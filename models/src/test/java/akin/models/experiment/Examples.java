package akin.models.experiment;

import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.statistics.Design;
import akin.models.statistics.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Definitions that tests start from. */
public final class Examples {
    public static final long START = 1000;
    public static final long END = 2000;
    public static final Known KNOWN = new Known(Set.of("similar", "substitutes"), Set.of("a", "b", "c"), Set.of("s"));
    static final Placement PLACEMENT = new Placement("similar", List.of(), "a", null, 30, Filters.NONE);

    private Examples() {}

    public static Design design() {
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

    /** Two arms of 400 buckets, from 100 on. */
    public static Experiment experiment(String id, String layer, int from) {
        return new Experiment(
                id,
                layer,
                List.of(),
                new Experiment.Period(START, END),
                List.of(
                        new Arm("old", new BucketRange(from, from + 199), Variation.NONE),
                        new Arm("new", new BucketRange(from + 200, from + 399), Variation.ofRanker("b"))),
                List.of(),
                Map.of(),
                0,
                design());
    }

    static Definitions definitions(Experiment... experiments) {
        return new Definitions(
                1,
                0,
                List.of(new Layer("one", "salt-1", new BucketRange(0, 49)), new Layer("two", "salt-2", null)),
                List.of(experiments));
    }
}

package akin.models.experiment;

import static akin.models.experiment.Examples.END;
import static akin.models.experiment.Examples.KNOWN;
import static akin.models.experiment.Examples.START;
import static akin.models.experiment.Examples.definitions;
import static akin.models.experiment.Examples.experiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.settings.InvalidSettingsException.Invalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsCheckTest {
    private static List<String> problems(Experiment... experiments) {
        return DefinitionsCheck.problems(definitions(experiments), KNOWN).stream()
                .map(Invalid::toString)
                .toList();
    }

    private static Experiment of(List<Arm> arms, long end, List<RampStep> ramp) {
        return new Experiment(
                "e", "one", List.of(), new Experiment.Period(START, end), arms, ramp, Map.of(), 0, Examples.design());
    }

    private static List<Arm> arms(BucketRange second, Variation variation) {
        return List.of(new Arm("old", new BucketRange(100, 299), Variation.NONE), new Arm("new", second, variation));
    }

    @Test
    void nothingIsWrongWithTheExample() {
        assertThat(problems(experiment("e", "one", 100), experiment("f", "one", 500), filters()))
                .isEmpty();
    }

    private static Experiment filters() {
        return new Experiment(
                "g",
                "two",
                List.of(),
                new Experiment.Period(START, END),
                List.of(
                        new Arm("a", new BucketRange(0, 499), Variation.NONE),
                        new Arm(
                                "b",
                                new BucketRange(500, 999),
                                new Variation(null, null, null, null, 5, FilterVariation.NONE, null))),
                List.of(),
                Map.of(),
                0,
                Examples.design());
    }

    @Test
    void overlappingSharesAreRefused() {
        assertThat(problems(of(arms(new BucketRange(299, 400), Variation.NONE), END, List.of())))
                .containsExactly(
                        "experiments.e.arms.new.buckets is 299-400, allowed is buckets that the arm old doesn't"
                                + " have, 100-299");
        assertThat(problems(experiment("e", "one", 100), experiment("f", "one", 400)))
                .containsExactly("experiments.f.arms.old.buckets is 400-599, allowed is buckets that e doesn't have at"
                        + " the same time, 300-499");
        assertThat(problems(experiment("e", "one", 40)))
                .containsExactly("experiments.e.arms.old.buckets is 40-239, allowed is buckets outside of the layer's"
                        + " hold-out, 0-49");
        assertThatThrownBy(() -> new BucketRange(5, 1000)).hasMessageContaining("two numbers from 0 to 999");
    }

    @Test
    void anUnknownRankerIsRefused() {
        assertThat(problems(of(arms(new BucketRange(300, 499), Variation.ofRanker("z")), END, List.of())))
                .singleElement()
                .asString()
                .startsWith("experiments.e.arms.new.ranker is z, allowed is a ranker that is on: ");
    }

    @Test
    void anExperimentThatEndsBeforeItStartsIsRefused() {
        assertThat(problems(of(arms(new BucketRange(300, 499), Variation.NONE), START, List.of())))
                .containsExactly("experiments.e.end is 1000, allowed is a time after the start");
    }

    @Test
    void whatElseIsWrongIsToldAtOnce() {
        Experiment wrong = new Experiment(
                "e",
                "nowhere",
                List.of("home"),
                new Experiment.Period(START, END),
                List.of(new Arm("old", new BucketRange(100, 299), Variation.NONE)),
                List.of(new RampStep(5, 0.5), new RampStep(4, 1.5)),
                Map.of("u", "newest"),
                2,
                Examples.design());

        assertThat(DefinitionsCheck.problems(definitions(wrong), KNOWN))
                .extracting(Invalid::key)
                .containsExactlyInAnyOrder(
                        "experiments.e.layer",
                        "experiments.e.placements",
                        "experiments.e.pairs",
                        "experiments.e.forced.u",
                        "experiments.e.arms",
                        "experiments.e.ramp",
                        "experiments.e.primary");
    }

    @Test
    void layersMayNotSetTheSame() {
        assertThat(problems(experiment("e", "one", 100), experiment("f", "two", 100)))
                .singleElement()
                .asString()
                .contains("experiments.f.arms.new", "that e in another layer doesn't set in the same placement");
    }

    @Test
    void aRunningExperimentKeepsItsSaltItsArmsAndItsShare() {
        Definitions before = definitions(experiment("e", "one", 100));
        Definitions salted = new Definitions(2, START, List.of(new Layer("one", "other", null)), before.experiments());
        Definitions moved = new Definitions(2, START, before.layers(), List.of(experiment("e", "one", 101)));
        Definitions shrunk = new Definitions(
                2,
                START,
                before.layers(),
                List.of(of(before.experiments().get(0).arms(), END, List.of(new RampStep(START, 0.5)))));

        assertThat(ChangesCheck.problems(before, salted))
                .extracting(Invalid::toString)
                .containsExactly("experiments.e.salt is other, allowed is what it was, salt-1: the experiment runs");
        assertThat(ChangesCheck.problems(before, moved))
                .extracting(Invalid::key)
                .containsExactly("experiments.e.arms");
        assertThat(ChangesCheck.problems(before, shrunk))
                .extracting(Invalid::key)
                .containsExactly("experiments.e.ramp");
        assertThat(ChangesCheck.problems(before, new Definitions(1, START, List.of(), List.of())))
                .extracting(Invalid::key)
                .containsExactly("version");
        assertThat(ChangesCheck.problems(before, new Definitions(2, END, moved.layers(), moved.experiments())))
                .isEmpty();
        assertThat(ChangesCheck.problems(before, new Definitions(2, START, List.of(), List.of())))
                .isEmpty();
    }
}

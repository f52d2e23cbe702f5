package akin.models.experiment;

import static akin.models.experiment.Examples.END;
import static akin.models.experiment.Examples.PLACEMENT;
import static akin.models.experiment.Examples.START;
import static akin.models.experiment.Examples.definitions;
import static akin.models.experiment.Examples.experiment;
import static org.assertj.core.api.Assertions.assertThat;

import akin.models.ranking.Assignment;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignerTest {
    private static final Assigner ASSIGNER = new Assigner(50);

    private static Experiment with(Experiment plain, List<RampStep> ramp, Map<String, String> forced) {
        return new Experiment(
                plain.id(),
                plain.layer(),
                plain.placements(),
                plain.period(),
                plain.arms(),
                ramp,
                forced,
                plain.pairs(),
                plain.design());
    }

    private static Assignment assign(Definitions definitions, String user, long time) {
        return ASSIGNER.assign(Timeline.of(definitions), user, PLACEMENT, time);
    }

    private static Map<String, String> arms(Definitions definitions, long time) {
        Map<String, String> arms = new HashMap<>();
        for (int user = 0; user < 20_000; user++) {
            Assignment assignment = assign(definitions, "u" + user, time);
            if (assignment != null) {
                arms.put("u" + user, assignment.trials().get(0).arm());
            }
        }
        return arms;
    }

    @Test
    void bucketsGiveTheArmAndTheArmTheRanker() {
        Definitions definitions = definitions(experiment("e", "one", 100));
        for (int user = 0; user < 2000; user++) {
            int bucket = Buckets.of("salt-1", "u" + user);
            Assignment assignment = assign(definitions, "u" + user, START);
            if (bucket < 100 || bucket >= 500) {
                assertThat(assignment).isNull();
            } else {
                String arm = bucket < 300 ? "old" : "new";
                assertThat(assignment.trials()).containsExactly(new Trial("e", arm, 1, END + 50, false));
                assertThat(assignment.placement().ranker()).isEqualTo(bucket < 300 ? "a" : "b");
            }
        }
    }

    @Test
    void onlyFromStartToEndAndInItsPlacements() {
        Definitions definitions = definitions(experiment("e", "one", 100));

        assertThat(arms(definitions, START - 1)).isEmpty();
        assertThat(arms(definitions, END)).isEmpty();
        assertThat(arms(definitions, END - 1)).hasSizeBetween(7500, 8500);
        Experiment elsewhere = new Experiment(
                "e",
                "one",
                List.of("substitutes"),
                new Experiment.Period(START, END),
                experiment("e", "one", 100).arms(),
                List.of(),
                Map.of(),
                0,
                Examples.design());
        assertThat(arms(definitions(elsewhere), START)).isEmpty();
    }

    @Test
    void aRampAddsUsersAndMovesNone() {
        Definitions definitions = definitions(with(
                experiment("e", "one", 100),
                List.of(new RampStep(START, 0.1), new RampStep(START + 10, 0.5), new RampStep(START + 20, 1)),
                Map.of()));
        Map<String, String> first = arms(definitions, START);
        Map<String, String> second = arms(definitions, START + 10);
        Map<String, String> third = arms(definitions, START + 20);

        assertThat(first).hasSizeBetween(700, 900);
        assertThat(second).hasSizeBetween(3700, 4300).containsAllEntriesOf(first);
        assertThat(third).hasSizeBetween(7500, 8500).containsAllEntriesOf(second);
        assertThat(arms(definitions(experiment("e", "one", 100)), START)).isEqualTo(third);
    }

    @Test
    void namedUsersAreForcedAndNotCounted() {
        Definitions definitions =
                definitions(with(experiment("e", "one", 100), List.of(), Map.of("tester", "new", "other", "old")));

        assertThat(assign(definitions, "tester", START).trials())
                .containsExactly(new Trial("e", "new", 1, END + 50, true));
        assertThat(assign(definitions, "other", START).trials().get(0).arm()).isEqualTo("old");
    }

    @Test
    void layersCombine() {
        Experiment filters = new Experiment(
                "f",
                "two",
                List.of(),
                new Experiment.Period(START, END),
                List.of(
                        new Arm("any", new BucketRange(0, 499), Variation.NONE),
                        new Arm(
                                "leaf",
                                new BucketRange(500, 999),
                                new Variation(
                                        null,
                                        null,
                                        "c",
                                        20,
                                        5,
                                        new FilterVariation(0, List.of("brand"), true, false, 0.5),
                                        null))),
                List.of(),
                Map.of(),
                0.1,
                Examples.design());
        Definitions definitions = definitions(experiment("e", "one", 100), filters);
        Assignment both = null;
        for (int user = 0; both == null; user++) {
            Assignment assignment = assign(definitions, "u" + user, START);
            boolean isBoth = assignment != null
                    && assignment.trials().size() == 2
                    && assignment.trials().get(0).arm().equals("new")
                    && assignment.trials().get(1).arm().equals("leaf");
            both = isBoth ? assignment : null;
        }

        assertThat(both.placement())
                .isEqualTo(new Placement(
                        "similar",
                        List.of(),
                        "b",
                        new Placement.Reranking("c", 20),
                        5,
                        new Filters(0, List.of("brand"), true, false, 0.5)));
        assertThat(both.pairs()).isEqualTo(0.1);
    }

    @Test
    void definitionsHoldFromTheirTimeOn() {
        Definitions first = definitions(experiment("e", "one", 100));
        Definitions second = new Definitions(2, 1500, first.layers(), List.of());
        Timeline timeline = Timeline.of(first).with(second);

        assertThat(timeline.at(1499)).isEqualTo(first);
        assertThat(timeline.at(1500)).isEqualTo(second);
        assertThat(timeline.at(-1)).isEqualTo(Definitions.NONE);
        assertThat(timeline.newest()).isEqualTo(second);
        assertThat(timeline.experiment("e")).isEqualTo(first.experiment("e"));
        assertThat(timeline.with(new Definitions(3, 1400, List.of(), List.of()))
                        .at(1600)
                        .version())
                .isEqualTo(3);
    }
}

package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.event.EventType;
import akin.models.memory.Vectors;
import akin.models.ranking.Ranker;
import akin.models.recommender.Components;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final long START = Fixtures.START;

    private final Tuning tuning = new Tuning();

    private static void view(World world, String item, String... window) {
        world.visit(item, EventType.VIEW, List.of(window), START);
    }

    private static float[][] rows(World world, String table) {
        return Derivatives.copy(world.vectors(table), 5);
    }

    /** The square of the only gradient so far. */
    private float accumulated(World world, String table, int row) {
        return world.vectors(table).get(row, tuning.dimensions + 1);
    }

    @Test
    void sizeCutsABatch() {
        tuning.batch = 3;
        World world = new World(tuning);
        view(world, "a");
        view(world, "b", "a");
        view(world, "c", "a", "b");

        assertThat(world.waiting()).isEqualTo(2);
        assertThat(world.learned("personalized")).isZero();
        view(world, "d", "c");
        assertThat(world.waiting()).isZero();
        for (String name : Components.learners()) {
            assertThat(world.learned(name)).as(name).isEqualTo(3);
        }
    }

    @Test
    void eventTimeCutsABatchAtMultiplesOfTheSpan() {
        tuning.batchSpan = Duration.ofMinutes(1);
        World world = new World(tuning);
        world.visit("b", EventType.VIEW, List.of("a"), START);
        world.visit("c", EventType.VIEW, List.of("b"), START + 59_999);

        assertThat(world.learned("personalized")).isZero();
        world.visit("d", EventType.VIEW, List.of("c"), START + 60_000);
        assertThat(world.learned("personalized")).isEqualTo(2);
        assertThat(world.waiting()).isEqualTo(1);
        world.advance(START + 119_999);
        assertThat(world.waiting()).isEqualTo(1);
        world.advance(START + 120_000);
        assertThat(world.learned("personalized")).isEqualTo(3);
        assertThat(world.waiting()).isZero();
    }

    @Test
    void aVisitWithNothingBeforeItIsNoExample() {
        tuning.batch = 1;
        World world = new World(tuning);
        view(world, "a");

        assertThat(world.waiting()).isZero();
        assertThat(world.learned("item2vec")).isZero();
    }

    @Test
    void onlyTheNewestItemsOfALongWindowCount() {
        tuning.batch = 1;
        tuning.negatives = 0;
        tuning.window = 2;
        World world = new World(tuning);
        view(world, "t", "old", "older", "newer", "newest");

        assertThat(world.has("personalized.history", "newest")).isTrue();
        assertThat(world.has("personalized.history", "newer")).isTrue();
        assertThat(world.has("personalized.history", "older")).isFalse();
        assertThat(world.has("personalized.history", "t")).isFalse();
        assertThat(world.has("personalized.items", "t")).isTrue();
        assertThat(world.has("personalized.items", "newest")).isFalse();
    }

    @Test
    void aDelayedCartWeightAddsUpToThatOfACartKnownAtOnce() {
        World atOnce = new World(tuning);
        World delayed = new World(tuning);
        atOnce.visit("b", EventType.PURCHASE, List.of("c", "a"), START);
        delayed.visit("b", EventType.VIEW, List.of("c", "a"), START);
        delayed.enhance("b", EventType.CART, EventType.VIEW, List.of("c", "a"), START);
        delayed.enhance("b", EventType.PURCHASE, EventType.CART, List.of("c", "a"), START);

        assertThat(delayed.waiting()).isEqualTo(3);
        atOnce.advance(START + Duration.ofDays(1).toMillis());
        delayed.advance(START + Duration.ofDays(1).toMillis());
        for (String table : List.of("personalized-cart.history", "personalized-cart.items")) {
            for (int row = 1; row <= 3; row++) {
                for (int i = 0; i < tuning.dimensions; i++) {
                    assertThat(delayed.vectors(table).get(row, i))
                            .isCloseTo(atOnce.vectors(table).get(row, i), within(1e-5f));
                }
                assertThat(accumulated(delayed, table, row)).isCloseTo(accumulated(atOnce, table, row), within(1e-5f));
            }
        }
        for (String table : List.of("personalized.items", "supervised.items", "item2vec.items")) {
            assertThat(rows(delayed, table)).as(table).isDeepEqualTo(rows(atOnce, table));
        }
        assertThat(rows(delayed, "personalized-cart.items")).isNotEqualTo(rows(delayed, "personalized.items"));
        assertThat(delayed.learned("personalized")).isEqualTo(1);
    }

    @Test
    void whatLacksNoWeightIsNoExample() {
        World world = new World(tuning);
        view(world, "b", "a");
        world.enhance("b", EventType.CART, EventType.CART, List.of("a"), START);
        world.enhance("b", EventType.CART, EventType.PURCHASE, List.of("a"), START);
        world.enhance("b", EventType.CLICK, EventType.VIEW, List.of("a"), START);

        assertThat(world.waiting()).isEqualTo(1);
    }

    @Test
    void anItemIsLearnedFromItsAdmissionOn() {
        tuning.batch = 1;
        tuning.admission = 2;
        tuning.negatives = 0;
        World world = new World(tuning);
        view(world, "a");
        view(world, "b", "a");
        view(world, "a", "b");

        // The target is admitted by now, the item before it is not.
        assertThat(world.learned("personalized")).isZero();
        assertThat(world.has("personalized.items", "a")).isFalse();
        view(world, "b", "a");
        assertThat(world.learned("personalized")).isEqualTo(1);
        assertThat(world.has("personalized.items", "b")).isTrue();
        assertThat(world.has("personalized.history", "a")).isTrue();
    }

    @Test
    void visitsOfItemsAtHomeElsewhereAreNotCountedHereSoTheyAreAdmitted() {
        tuning.batch = 1;
        tuning.admission = 2;
        World world = new World(tuning);
        view(world, "a");
        view(world, "a");
        world.learn("a", EventType.VIEW, List.of("elsewhere"), START);

        assertThat(world.learned("personalized")).isEqualTo(1);
        assertThat(world.has("personalized.history", "elsewhere")).isTrue();
    }

    @Test
    void oldExamplesAreLearnedAgain() {
        tuning.batch = 1;
        tuning.negatives = 0;
        World without = new World(tuning);
        tuning.replays = 3;
        World with = new World(tuning);
        for (World world : List.of(without, with)) {
            view(world, "b", "a");
            view(world, "d", "c");
        }
        Vectors once = without.vectors("supervised.items");
        Vectors again = with.vectors("supervised.items");

        // Replays count as no new examples; the first example had nothing before it to go with.
        assertThat(with.learned("supervised")).isEqualTo(2);
        assertThat(with.figures().get("supervised").loss())
                .isEqualTo(without.figures().get("supervised").loss());
        assertThat(again.get(with.slot("d"), 0)).isEqualTo(once.get(without.slot("d"), 0));
        assertThat(again.get(with.slot("b"), 0)).isNotEqualTo(once.get(without.slot("b"), 0));
    }

    @Test
    void aForgottenItemIsNowhereAndItsExamplesAreSkipped() {
        World world = new World(tuning);
        tuning.negatives = 8;
        view(world, "b", "a");
        view(world, "c", "a", "b");
        view(world, "d", "c", "a");
        world.advance(START + Duration.ofDays(1).toMillis());
        view(world, "a", "c");
        view(world, "c", "a");
        view(world, "d", "c", "a");
        int slot = world.slot("a");
        world.remove("a");

        assertThat(world.learned("personalized")).isEqualTo(3);
        for (String learner : List.of("personalized", "personalized-cart", "supervised")) {
            assertThat(rows(world, learner + ".history")[slot]).containsOnly(0);
            assertThat(rows(world, learner + ".items")[slot]).containsOnly(0);
        }
        assertThat(rows(world, "item2vec.items")[slot]).containsOnly(0);
        assertThat(rows(world, "item2vec.contexts")[slot]).containsOnly(0);
        // Of the three that wait, one has it as target, one has nothing else before the target.
        world.advance(START + Duration.ofDays(2).toMillis());
        assertThat(world.learned("personalized")).isEqualTo(4);
        assertThat(rows(world, "personalized.history")[slot]).containsOnly(0);
        assertThat(rows(world, "personalized.items")[slot]).containsOnly(0);
    }

    @Test
    void aNewcomerInAReusedRowIsNotTaughtWhatTheOneBeforeItDid() {
        tuning.negatives = 0;
        World world = new World(tuning);
        view(world, "b", "a");
        int row = world.row("a");
        world.remove("a");
        world.catalog.visit("newcomer", START);
        world.advance(START + Duration.ofDays(1).toMillis());

        assertThat(world.row("newcomer")).isEqualTo(row);
        assertThat(world.has("personalized.history", "newcomer")).isFalse();
        assertThat(world.learned("personalized")).isZero();
    }

    @Test
    void aTargetThatItsOwnWindowPushesOutIsNotTakenForAnother() {
        tuning.batch = 1;
        tuning.negatives = 0;
        World world = new World(tuning, 2);
        // The visit comes late: everything else was seen after it.
        world.visit("x", EventType.VIEW, List.of(), START + 1000);
        world.learn("late", EventType.VIEW, List.of("x", "y"), START);

        assertThat(world.row("late")).isZero();
        assertThat(world.has("personalized.items", "y")).isFalse();
        assertThat(world.learned("personalized")).isZero();
    }

    @Test
    void anUnseenItemIsWorthAsMuchAsThoseLikeIt() {
        tuning.batch = 1;
        tuning.negatives = 0;
        tuning.learners = List.of("personalized");
        tuning.learningRate = 1e-6;
        World world = new World(tuning);
        // Items 0, 60 and 120 of the fixtures are alike in everything but the price.
        for (int number : new int[] {0, 60, 120, 1}) {
            world.catalog.update(Fixtures.item(number, START));
        }
        view(world, "i0");
        view(world, "i60", "i0");
        view(world, "i1", "i0");
        Vectors items = world.vectors("personalized.items");
        for (int i = 0; i < tuning.dimensions; i++) {
            items.set(world.slot("i60"), i, 5);
            items.set(world.slot("i1"), i, -5);
        }
        view(world, "i120", "i0");

        for (int i = 0; i < tuning.dimensions; i++) {
            assertThat(items.get(world.slot("i120"), i)).isCloseTo(5, within(0.11f));
        }
    }

    @Test
    void onlyLearnersThatAreOnLearn() {
        tuning.batch = 1;
        tuning.learners = List.of("supervised", "item2vec");
        World some = new World(tuning);
        tuning.learners = List.of();
        World none = new World(tuning);
        for (World world : List.of(some, none)) {
            view(world, "b", "a");
        }

        assertThat(some.figures()).containsOnlyKeys("supervised", "item2vec");
        assertThat(some.rankers()).extracting(Ranker::name).containsExactly("item2vec", "supervised");
        assertThat(some.learned("supervised")).isEqualTo(1);
        assertThat(none.figures()).isEmpty();
        assertThat(none.waiting()).isZero();
    }

    @Test
    void whatWasNeverSeenScoresZero() {
        tuning.batch = 1;
        tuning.negatives = 0;
        World world = new World(tuning);
        view(world, "b", "a");
        world.catalog.know("unseen", START);

        for (String name : Components.learners()) {
            float[] scores = world.scores(name, List.of("a"), List.of("b", "unseen"));
            assertThat(scores[0]).as(name).isNotZero();
            assertThat(scores[1]).as(name).isZero();
            assertThat(world.scores(name, List.of("unseen"), List.of("b")))
                    .as(name)
                    .containsOnly(0);
        }
    }
}

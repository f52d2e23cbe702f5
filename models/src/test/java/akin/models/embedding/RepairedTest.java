package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.component.Learning;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was once found wrong. */
class RepairedTest {
    private static final long START = Fixtures.START;

    private final Tuning tuning = new Tuning();

    private static void view(World world, String item, String... window) {
        world.visit(item, EventType.VIEW, List.of(window), START);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itemsBelowTheirAdmissionAreNotLearnedAsNegatives(boolean byPopularity) {
        tuning.batch = 1;
        tuning.admission = 2;
        tuning.byPopularity = byPopularity;
        World world = new World(tuning);
        view(world, "rare", "a");
        for (int i = 0; i < 20; i++) {
            view(world, "a", "b");
            view(world, "b", "a");
        }

        assertThat(world.has("personalized.items", "a")).isTrue();
        assertThat(world.has("personalized.items", "rare")).isFalse();
    }

    @Test
    void forgettingAllAtEachStepDestroysNoRow() {
        tuning.forgetting = 1;
        Embeddings embeddings = new Embeddings(new Memory(), "t", tuning.settings(), 0.1f, null);
        embeddings.start(1);
        Gradients gradients = new Gradients(tuning.dimensions);
        gradients.add(gradients.append(1), new float[tuning.dimensions], 0);
        embeddings.step(gradients);

        assertThat(embeddings.has(1)).isTrue();
        for (int i = 0; i <= tuning.dimensions; i++) {
            assertThat(embeddings.rows().get(1, i)).isFinite();
        }
    }

    @Test
    void aRowWithoutGradientIsPulledTowardsZeroAndNotThrownAbout() {
        tuning.forgetting = 0.05;
        tuning.l2 = 1e-5;
        Embeddings embeddings = new Embeddings(new Memory(), "t", tuning.settings(), 0.1f, null);
        embeddings.start(1);
        for (int step = 0; step < 1000; step++) {
            Gradients gradients = new Gradients(tuning.dimensions);
            gradients.add(gradients.append(1), new float[tuning.dimensions], 0);
            embeddings.step(gradients);
        }

        for (int i = 0; i < tuning.dimensions; i++) {
            assertThat(embeddings.rows().get(1, i)).isBetween(-0.1f, 0.1f);
        }
    }

    @Test
    void oneLossThatIsNotFiniteDoesNotSpoilTheFiguresForGood() {
        tuning.batch = 1;
        World world = new World(tuning);
        view(world, "b", "a");
        view(world, "c", "b");
        Vectors history = world.vectors("personalized.history");
        history.set(world.slot("a"), 0, Float.NaN);
        view(world, "b", "a");

        assertThat(world.figures().get("personalized").refused()).isPositive();
        assertThat(world.figures().get("personalized").loss()).isFinite();
        assertThat(world.figures().get("personalized").calibration())
                .allSatisfy(bin -> assertThat(bin.predicted()).isFinite());
    }

    @Test
    void aNegativeThatIsTheTargetIsNoPrediction() {
        tuning.negatives = 12;
        Trial trial = new Trial(tuning.settings(), 7, 1);
        WindowModel model = Personalized.byVisits(
                trial.memory, trial.settings, new ColdStart(new World(tuning).catalog, new Slots(new Memory())));
        Derivatives.scatter(model.history().rows(), Trial.ITEMS, trial.random);
        Derivatives.scatter(model.items().rows(), Trial.ITEMS, trial.random);
        trial.learn(model);
        long expected = 0;
        for (int example = 0; example < Trial.FRESH; example++) {
            boolean counts = trial.batch.weight(example) > 0;
            for (int k = 0; counts && k < trial.negatives.size(); k++) {
                expected += trial.negatives.slot(k) != trial.batch.target(example) ? 1 : 0;
            }
            expected += counts ? 1 : 0;
        }
        long predictions = model.figures().calibration().stream()
                .mapToLong(Learning.Bin::examples)
                .sum();

        assertThat(predictions).isEqualTo(expected);
    }

    @Test
    void anItemThatLostAnAttributeIsNotSimilarByIt() {
        World world = new World(tuning);
        for (String colour : List.of("red", "blue")) {
            TreeMap<String, String> attributes = new TreeMap<>();
            attributes.put("colour", colour);
            world.catalog.update(new Item("a", START, List.of(), null, 1, attributes, true, START, false));
        }
        TreeMap<String, String> red = new TreeMap<>();
        red.put("colour", "red");
        world.catalog.update(new Item("new", START, List.of(), null, 1, red, true, START, false));

        Slots slots = new Slots(new Memory());
        slots.take(world.row("a"));
        int slot = slots.take(world.row("new"));
        assertThat(new ColdStart(world.catalog, slots).similar(slot, other -> true, new int[8]))
                .isZero();
    }

    @Test
    void placesCountLearnedItemsWhenRankingAsTheyDoWhenLearning() {
        tuning.batch = 1;
        tuning.negatives = 0;
        World world = new World(tuning);
        view(world, "a");
        view(world, "b", "a");
        world.catalog.know("unlearned", START);
        world.vectors("personalized.positions").set(0, 1, 0.25f);
        float alone = world.scores("personalized", List.of("a"), List.of("b"))[0];

        assertThat(world.scores("personalized", List.of("a", "unlearned"), List.of("b"))[0])
                .isCloseTo(alone, within(1e-6f));
    }

    @Test
    void tablesThatHaveNoBiasLearnNone() {
        Trial trial = new Trial(tuning.settings(), 7, 1);
        WindowModel model = new Supervised(
                trial.memory, trial.settings, new ColdStart(new World(tuning).catalog, new Slots(new Memory())));
        trial.learn(model);
        for (int row = 1; row <= Trial.ITEMS; row++) {
            if (model.history().has(row)) {
                assertThat(model.history().bias(row)).isZero();
            }
        }
    }
}

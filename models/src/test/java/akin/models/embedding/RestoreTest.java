package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.Fixtures;
import akin.models.catalog.Item;
import akin.models.event.EventType;
import akin.models.recommender.Components;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Learners fed alike are alike, whatever is restored in between. */
class RestoreTest {
    private static final int INPUTS = 1200;
    // Fewer than there are items, so that rows are used again.
    private static final int MAX_ITEMS = 40;

    private static Tuning tuning() {
        Tuning tuning = new Tuning();
        tuning.byPopularity = true;
        tuning.batchSpan = Duration.ofMinutes(2);
        tuning.replays = 2;
        tuning.reservoir = 200;
        tuning.forgetting = 0.001;
        tuning.l2 = 1e-5;
        tuning.clip = 5;
        tuning.admission = 2;
        return tuning;
    }

    private static World world() {
        return new World(tuning(), MAX_ITEMS);
    }

    /** Visits, delayed weights and catalogue changes. */
    private static List<Consumer<World>> inputs(long seed) {
        Random random = new Random(seed);
        List<Consumer<World>> inputs = new ArrayList<>();
        List<List<String>> histories = new ArrayList<>();
        for (int user = 0; user < 8; user++) {
            histories.add(new ArrayList<>());
        }
        long now = Fixtures.START;
        for (int i = 0; i < INPUTS; i++) {
            now += random.nextInt(15_000);
            inputs.add(input(random, histories.get(random.nextInt(8)), now));
        }
        return inputs;
    }

    private static Consumer<World> input(Random random, List<String> history, long now) {
        int number = (int) (60 * Math.pow(random.nextDouble(), 2));
        int kind = random.nextInt(12);
        if (kind == 0) {
            Item item = random.nextInt(4) == 0 ? Item.deleted("i" + number, now) : Fixtures.item(number, now);
            return world -> world.catalog.update(item);
        }
        if (kind == 1 && history.size() > 1) {
            int at = 1 + random.nextInt(history.size() - 1);
            String item = history.get(at);
            List<String> window = List.copyOf(history.subList(0, at));
            return world -> world.enhance(item, EventType.CART, EventType.VIEW, window, now);
        }
        EventType ledTo = kind == 2 ? EventType.PURCHASE : EventType.VIEW;
        List<String> window = List.copyOf(history);
        String item = "i" + number;
        history.add(item);
        if (history.size() > 6) {
            history.remove(0);
        }
        return world -> world.visit(item, ledTo, window, now);
    }

    private static World restored(World world) {
        World restored = world();
        // As a checkpoint of all pages, whether changed or not: a copy of a copy.
        world.memory.drainDirty(restored.memory::load);
        restored.loaded();
        return restored;
    }

    private static String run(List<Consumer<World>> inputs) {
        World world = world();
        inputs.forEach(input -> input.accept(world));
        return world.digest();
    }

    @Test
    void learnersFedAlikeAreAlike() {
        List<Consumer<World>> inputs = inputs(1);
        World world = world();
        inputs.forEach(input -> input.accept(world));

        assertThat(run(inputs)).isEqualTo(world.digest());
        assertThat(run(inputs(2))).isNotEqualTo(world.digest());
        assertThat(run(inputs.subList(0, INPUTS - 1))).isNotEqualTo(world.digest());
        for (String name : Components.learners()) {
            assertThat(world.learned(name)).isGreaterThan(500);
            assertThat(world.figures().get(name).refused()).isZero();
        }
        // The reservoir went round, and rows were used again.
        assertThat(world.learned("personalized-cart")).isGreaterThan(world.learned("personalized"));
        assertThat(world.catalog.items().live()).isEqualTo(MAX_ITEMS);
    }

    @Test
    void goesOnFromItsPagesAsIfNothingHadHappened() {
        List<Consumer<World>> inputs = inputs(1);
        String expected = run(inputs);
        int midBatch = 0;
        for (int cut = 0; cut <= INPUTS; cut += 57) {
            World world = world();
            inputs.subList(0, cut).forEach(input -> input.accept(world));
            World restored = restored(world);
            midBatch += restored.waiting() > 0 ? 1 : 0;

            assertThat(restored.digest()).isEqualTo(world.digest());
            assertThat(restored.figures()).isEqualTo(world.figures());
            inputs.subList(cut, INPUTS).forEach(input -> input.accept(restored));
            assertThat(restored.digest()).as("restored after " + cut).isEqualTo(expected);
        }

        assertThat(midBatch).isGreaterThan(10);
    }

    @Test
    void incrementalPagesAddUpToTheWhole() {
        List<Consumer<World>> inputs = inputs(3);
        World world = world();
        World saved = world();
        for (int i = 0; i < INPUTS; i++) {
            inputs.get(i).accept(world);
            if (i % 41 == 0) {
                world.memory.drainDirty(saved.memory::load);
            }
        }
        world.memory.drainDirty(saved.memory::load);
        saved.loaded();

        assertThat(saved.digest()).isEqualTo(world.digest());
        assertThat(world.memory.dirtyPages()).isZero();
    }
}

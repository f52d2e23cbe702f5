package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.Fixtures;
import akin.models.event.EventType;
import akin.models.memory.Vectors;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scores in closed form, from vectors that are set. */
class EmbeddingRankersTest {
    private final Tuning tuning = new Tuning();
    private World world;

    @BeforeEach
    void startRows() {
        tuning.batch = 1;
        tuning.negatives = 0;
        world = new World(tuning);
        for (String[] pair : new String[][] {{"a", "b"}, {"b", "a"}, {"c", "a"}, {"a", "c"}}) {
            world.visit(pair[0], EventType.VIEW, List.of(pair[1]), Fixtures.START);
        }
    }

    private void set(String table, String item, float... coordinates) {
        Vectors vectors = world.vectors(table);
        vectors.clear(world.slot(item));
        for (int i = 0; i < coordinates.length; i++) {
            vectors.set(world.slot(item), i, coordinates[i]);
        }
        vectors.set(world.slot(item), tuning.dimensions + 1, 1);
        double length = Derivatives.length(vectors, world.slot(item), tuning.dimensions);
        vectors.set(world.slot(item), tuning.dimensions + 3, Math.max(1e-6f, (float) length));
        world.loaded();
    }

    @Test
    void cosineDoesNotDependOnLengths() {
        set("item2vec.items", "a", 3, 4);
        set("item2vec.items", "b", 30, 40);
        set("item2vec.items", "c", -4, 3, 0, 0, 0, 5);

        assertThat(world.scores("item2vec", List.of("b", "a"), List.of("a", "b", "c")))
                .containsExactly(new float[] {1, 1, 0}, within(1e-6f));
        set("item2vec.items", "c", -4, -3);
        assertThat(world.scores("item2vec", List.of("a"), List.of("c"))[0]).isCloseTo(-0.96f, within(1e-6f));
    }

    @Test
    void cosineOfAVectorOfZerosIsZero() {
        set("item2vec.items", "a");
        set("item2vec.items", "b", 1);

        assertThat(world.scores("item2vec", List.of("a"), List.of("a", "b"))).containsOnly(0);
    }

    @Test
    void personalizedWeighsTheWindowByItsPlaces() {
        for (String name : List.of("personalized", "personalized-cart")) {
            world.vectors(name + ".positions").set(0, 0, 2);
            world.vectors(name + ".positions").set(0, 1, 0.5f);
            set(name + ".history", "a", 1, 0);
            set(name + ".history", "b", 0, 1);
            set(name + ".items", "c", 30, 40);
            world.vectors(name + ".items").set(world.slot("c"), tuning.dimensions, 77);

            // The scale, 2, times the cosine of 2 (1, 0) + 0.5 (0, 1) and (3, 4); no bias.
            float length = (float) Math.sqrt(4.25);
            assertThat(world.scores(name, List.of("b", "a"), List.of("c"))[0])
                    .isCloseTo(2 * (2 * 0.6f + 0.5f * 0.8f) / length, within(1e-6f));
            assertThat(world.scores(name, List.of("a", "b"), List.of("c"))[0])
                    .isCloseTo(2 * (0.5f * 0.6f + 2 * 0.8f) / length, within(1e-6f));
        }
    }

    @Test
    void supervisedSumsPairsAndAddsTheBias() {
        set("supervised.history", "a", 3, 0);
        set("supervised.history", "b", 0, 4);
        set("supervised.items", "c", 30, 40);
        world.vectors("supervised.items").set(world.slot("c"), tuning.dimensions, -3);

        assertThat(world.scores("supervised", List.of("b", "a"), List.of("c"))[0])
                .isCloseTo(2 - 3, within(1e-6f));
        assertThat(world.scores("supervised", List.of("b", "a", "a", "a", "a"), List.of("c"))[0])
                .as("only the window's newest four count")
                .isCloseTo(2 * 0.6f - 3, within(1e-6f));
    }

    @Test
    void anUnknownWindowScoresZero() {
        assertThat(world.scores("personalized", List.of("never seen"), List.of("c")))
                .containsOnly(0);
    }
}

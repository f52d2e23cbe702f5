package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.neighbours.Space;
import akin.models.ranking.Query;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredChoicesTest {
    private static final int RESERVOIR = 8;

    private final Items items = new Items(new Memory());
    private final StoredChoices stored = new StoredChoices(
            new Memory(),
            "cre-test",
            new CreSettings(
                    4,
                    true,
                    true,
                    new PoolLearningSettings(0.01, 10, 1, 1, RESERVOIR, 5, 0, 1),
                    new GeneratorCreSettings(10, 1, 1),
                    1),
            items);
    private final SessionChoices batch = new SessionChoices(1);

    /** The vector of an item is its row; the item in row 9 has none. */
    private final Space space = new Space() {
        @Override
        public float[] page(int row) {
            return new float[] {row};
        }

        @Override
        public int offset(int row) {
            return 0;
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public boolean has(int row) {
            return row != 9;
        }

        @Override
        public int end() {
            return 41;
        }
    };

    StoredChoicesTest() {
        IntStream.rangeClosed(1, 40).forEach(n -> items.add("i" + n));
        batch.clear(1000, 1000);
    }

    private void add(int target, int... rows) {
        Query query = new Query().set(items, "i2", List.of("i1", "i2"), 2, 1, 1);
        float[] known = new float[ScoreList.INPUTS * rows.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = rows[i / ScoreList.INPUTS] + 0.5f * (i % ScoreList.INPUTS);
        }
        stored.add(query, rows, known, rows.length, target);
    }

    @Test
    void keepsTheSessionAndItsCandidates() {
        add(1, 5, 6, 9, 7);
        stored.read(0, space, batch);

        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.target(0)).isEqualTo(1);
        assertThat(batch.items().values()).startsWith(1, 2);
        assertThat(batch.candidates().values()).startsWith(5, 6, 7);
        assertThat(batch.rank(2)).isEqualTo(3);
        assertThat(batch.scores().values()).startsWith(5, 5.5f, 6, 6.5f, 7, 7.5f);
    }

    @Test
    void itemsThatVanishLeaveTheirChoice() {
        add(1, 5, 6, 7);
        add(0, 5, 6);
        items.remove(5);
        items.add("another");
        stored.read(0, space, batch);
        stored.read(1, space, batch);

        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.target(0)).isZero();
        assertThat(batch.rank(0)).isEqualTo(1);
        assertThat(batch.candidates().rows()).isEqualTo(2);
        items.remove(1);
        items.remove(2);
        stored.read(0, space, batch);
        assertThat(batch.size()).isEqualTo(1);
    }

    @Test
    void ofALongSessionTheNewestItemsCount() {
        List<String> window =
                IntStream.range(0, 200).mapToObj(n -> "i" + (1 + n % 8)).toList();
        stored.add(new Query().set(items, "i8", window, 200, 1, 1), new int[] {11, 12}, new float[4], 2, 0);
        stored.read(0, space, batch);

        assertThat(batch.items().rows()).isEqualTo(StoredChoices.WINDOW);
        assertThat(batch.items().values()).startsWith(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void isARing() {
        for (int n = 0; n < 3 * RESERVOIR; n++) {
            add(0, 10 + n % 3, 20);
        }
        stored.reservoir().learn(number -> {});

        assertThat(stored.reservoir().stored())
                .isEqualTo(stored.reservoir().learned())
                .isEqualTo(3 * RESERVOIR);
        assertThat(stored.reservoir().oldest()).isEqualTo(2 * RESERVOIR);
        for (long number = stored.reservoir().oldest();
                number < stored.reservoir().stored();
                number++) {
            batch.clear(100, 100);
            stored.read(number, space, batch);
            assertThat(batch.candidates().values()[0]).isEqualTo(10 + number % 3);
        }
    }
}

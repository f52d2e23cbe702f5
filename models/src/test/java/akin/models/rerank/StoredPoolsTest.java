package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredPoolsTest {
    private static final int RESERVOIR = 8;
    private static final int SAMPLE = 5;
    private static final List<String> SOURCES = List.of("one", "two");

    private final Items items = new Items(new Memory());
    private final Memory memory = new Memory();
    private final PoolInputs inputs = new PoolInputs(new Signals(SOURCES, List.of(), new TreeMap<>()), true);
    private final StoredPools stored = new StoredPools(
            memory,
            new CreSettings(
                    4,
                    true,
                    true,
                    new PoolLearningSettings(0.01, 10, 1, 1, RESERVOIR, SAMPLE, 0, 1),
                    new GeneratorCreSettings(100, 1, 1),
                    1),
            inputs);
    private final PoolBatch batch = new PoolBatch(SOURCES.size(), inputs.width());

    StoredPoolsTest() {
        IntStream.rangeClosed(1, 40).forEach(n -> items.add("i" + n));
        batch.clear(1000);
    }

    /** A pool of the items in rows 1 to n, of which the source "one" names each, the last one first. */
    private PoolBatch pool(int n) {
        Candidates pool = new Candidates(n, SOURCES);
        for (int row = 1; row <= n; row++) {
            pool.name(0, pool.add(row), n + 1 - row, row);
        }
        return inputs.take(new Query().set(items, "i2", List.of("i1", "i2"), 2, 1, 1), pool, List.of(), items);
    }

    private void add(int n, int target) {
        stored.add(pool(n), IntStream.rangeClosed(1, n).map(items::ref).toArray(), target);
    }

    private void read(long number) {
        stored.read(number, items, batch);
    }

    @Test
    void keepsWhatWasKnownOfEachCandidateTheChosenOneFirst() {
        add(3, 1);
        read(0);
        PoolBatch pool = pool(3);

        assertThat(batch.pools().size()).isEqualTo(1);
        assertThat(batch.rows()).isEqualTo(3);
        int[] from = {1, 0, 2};
        for (int row = 0; row < 3; row++) {
            assertThat(batch.bucket(row, 0))
                    .isEqualTo(pool.bucket(from[row], 0))
                    .isPositive();
            assertThat(batch.bucket(row, 1)).isZero();
            for (int i = 0; i < inputs.width(); i++) {
                assertThat(batch.values()[batch.offset(row) + i])
                        .isCloseTo(pool.values()[pool.offset(from[row]) + i], within(1f / 4096));
            }
        }
    }

    @Test
    void samplesTheOthersOfALargePool() {
        int[] times = new int[21];
        for (int n = 0; n < 2000; n++) {
            add(20, 6);
            batch.clear(100);
            read(n);
            assertThat(batch.rows()).isEqualTo(SAMPLE);
            assertThat(batch.bucket(0, 0)).isEqualTo(RankBuckets.of(14));
            for (int row = 1; row < SAMPLE; row++) {
                // The relative logarithm of the score, of which each candidate has its own.
                times[row(batch.values()[batch.offset(row) + ContextInputs.COUNT])]++;
            }
        }

        for (int row = 1; row <= 20; row++) {
            assertThat(times[row]).as("row " + row).isBetween(row == 7 ? 0 : 340, row == 7 ? 0 : 500);
        }
    }

    private int row(float relative) {
        PoolBatch pool = pool(20);
        return IntStream.range(0, 20)
                        .filter(i ->
                                Math.abs(pool.values()[pool.offset(i) + ContextInputs.COUNT] - relative) < 1f / 4096)
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    @Test
    void isARing() {
        for (int n = 0; n < 3 * RESERVOIR; n++) {
            add(2 + n % 3, 0);
        }
        stored.reservoir().learn(number -> {});

        assertThat(stored.reservoir().stored())
                .isEqualTo(stored.reservoir().learned())
                .isEqualTo(3 * RESERVOIR);
        assertThat(stored.reservoir().oldest()).isEqualTo(2 * RESERVOIR);
        for (long number = stored.reservoir().oldest();
                number < stored.reservoir().stored();
                number++) {
            batch.clear(100);
            read(number);
            assertThat(batch.rows()).isEqualTo(2 + (int) number % 3);
        }
    }

    @Test
    void itemsThatVanishLeaveTheirPool() {
        add(3, 1);
        add(3, 2);
        items.remove(3);
        items.add("another");
        read(0);

        assertThat(batch.rows()).isEqualTo(2);
        assertThat(batch.pools().length(0)).isEqualTo(2);
        // There the chosen one is gone.
        read(1);
        assertThat(batch.pools().size()).isEqualTo(1);
        // Nothing is left that wasn't chosen.
        items.remove(1);
        read(0);
        assertThat(batch.pools().size()).isEqualTo(1);
    }
}

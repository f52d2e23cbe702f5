package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NegativesTest {
    private static final int ITEMS = 10;
    private static final int DRAWS = 20_000;
    // Of chi-square with nine degrees of freedom: one seed in a thousand goes beyond.
    private static final double UNLIKELY = 27.88;

    private final Tuning tuning = new Tuning();
    private final Memory memory = new Memory();
    private final Items items = new Items(memory);
    private final Slots slots = new Slots(memory);
    private final Examples examples;

    NegativesTest() {
        tuning.reservoir = 200;
        examples = new Examples(memory, tuning.settings().examples());
        IntStream.range(0, ITEMS).forEach(i -> slots.take(items.add("i" + i)));
        tuning.negatives = 20;
    }

    private void visits(int row, int n) {
        for (int i = 0; i < n; i++) {
            examples.add(items.ref(row), 1, 1, new int[] {items.ref(1)}, 1);
        }
    }

    private Negatives negatives(boolean byPopularity) {
        tuning.byPopularity = byPopularity;
        return new Negatives(tuning.settings(), items, slots, examples);
    }

    private static int[] drawn(Negatives negatives, long batch) {
        negatives.draw(batch);
        return IntStream.range(0, negatives.size()).map(negatives::slot).toArray();
    }

    private int[] counts(Negatives negatives) {
        int[] counts = new int[items.end()];
        for (int batch = 0; batch < DRAWS / tuning.negatives; batch++) {
            for (int row : drawn(negatives, batch)) {
                counts[row]++;
            }
        }
        return counts;
    }

    private static double chiSquare(int[] counts, double[] shares) {
        int n = IntStream.of(counts).sum();
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double expected = n * shares[row];
            if (expected == 0) {
                assertThat(counts[row]).isZero();
            } else {
                sum += (counts[row] - expected) * (counts[row] - expected) / expected;
            }
        }
        return sum;
    }

    @Test
    void popularityFollowsTheCountsOfTargets() {
        double[] shares = new double[ITEMS + 1];
        for (int row = 1; row <= ITEMS; row++) {
            visits(row, row);
            shares[row] = row / 55.0;
        }
        int[] counts = counts(negatives(true));

        assertThat(IntStream.of(counts).sum()).isEqualTo(DRAWS);
        assertThat(chiSquare(counts, shares)).isLessThan(UNLIKELY);
    }

    @Test
    void popularityIsThatOfTheReservoir() {
        visits(1, 150);
        visits(2, 150);
        visits(3, 100);
        double[] shares = new double[ITEMS + 1];
        shares[2] = 0.5;
        shares[3] = 0.5;
        Negatives negatives = negatives(true);

        assertThat(chiSquare(counts(negatives), shares)).isLessThan(UNLIKELY);
        assertThat(negatives.logQ(1)).isZero();
        assertThat(negatives.logQ(2)).isCloseTo((float) Math.log(100), within(1e-6f));
        assertThat(negatives.logQ(3)).isCloseTo((float) Math.log(100), within(1e-6f));
    }

    @Test
    void uniformDrawsFavourNobody() {
        visits(1, 150);
        double[] shares = new double[ITEMS + 1];
        for (int row = 1; row <= ITEMS; row++) {
            shares[row] = 1.0 / ITEMS;
        }
        Negatives negatives = negatives(false);

        assertThat(chiSquare(counts(negatives), shares)).isLessThan(UNLIKELY);
        assertThat(negatives.logQ(1)).isZero();
    }

    @Test
    void onlyLiveItemsAreDrawn() {
        for (int row = 1; row <= ITEMS; row++) {
            visits(row, 5);
        }
        int[] removed = {2, 3, 5, 7};
        double[] shares = new double[ITEMS + 1];
        for (int row = 1; row <= ITEMS; row++) {
            shares[row] = 1.0 / (ITEMS - removed.length);
        }
        for (int row : removed) {
            items.remove(row);
            shares[row] = 0;
        }

        assertThat(chiSquare(counts(negatives(false)), shares)).isLessThan(UNLIKELY);
        assertThat(chiSquare(counts(negatives(true)), shares)).isLessThan(UNLIKELY);
    }

    @Test
    void aNewcomerInAReusedRowIsNotAsPopularAsTheOneBeforeIt() {
        visits(1, 40);
        visits(2, 40);
        items.remove(2);
        int row = items.add("newcomer");
        visits(row, 10);
        double[] shares = new double[ITEMS + 1];
        shares[1] = 0.8;
        shares[2] = 0.2;
        Negatives negatives = negatives(true);

        assertThat(row).isEqualTo(2);
        assertThat(chiSquare(counts(negatives), shares)).isLessThan(UNLIKELY);
        assertThat(negatives.logQ(row)).isCloseTo((float) Math.log(10), within(1e-6f));
        // The ring turns over: what leaves it is the old item's, and the count stays.
        visits(1, 160);
        assertThat(negatives.logQ(row)).isCloseTo((float) Math.log(10), within(1e-6f));
    }

    @Test
    void nobodyIsDrawnWhereNobodyLives() {
        visits(1, 1);
        IntStream.rangeClosed(1, ITEMS).forEach(items::remove);

        assertThat(drawn(negatives(true), 0)).isEmpty();
        assertThat(drawn(negatives(false), 0)).isEmpty();
    }

    @Test
    void drawsFollowFromSeedAndBatch() {
        for (int row = 1; row <= ITEMS; row++) {
            visits(row, 3);
        }
        for (boolean byPopularity : new boolean[] {true, false}) {
            tuning.seed = 1;
            Negatives negatives = negatives(byPopularity);
            int[] first = drawn(negatives, 5);
            drawn(negatives, 6);

            assertThat(drawn(negatives, 5)).isEqualTo(first);
            assertThat(drawn(negatives(byPopularity), 5)).isEqualTo(first);
            assertThat(drawn(negatives, 6)).isNotEqualTo(first);
            tuning.seed = 2;
            assertThat(drawn(negatives(byPopularity), 5)).isNotEqualTo(first);
        }
    }

    @Test
    void logQOfTheDrawnIsThatOfTheirRows() {
        visits(4, 7);
        visits(9, 3);
        Negatives negatives = negatives(true);
        negatives.draw(1);
        for (int k = 0; k < negatives.size(); k++) {
            assertThat(negatives.drawnLogQ(k)).isEqualTo(negatives.logQ(negatives.slot(k)));
        }
    }
}

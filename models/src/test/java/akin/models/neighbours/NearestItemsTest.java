package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NearestItemsTest {
    private static final NeighbourSettings ALL = new NeighbourSettings(32, 10_000, 10_000);
    private static final NeighbourSettings SOME = new NeighbourSettings(32, 500, 500);

    @Test
    void findsAllWhereASearchLooksAtEach() {
        Shard shard = new Shard(ALL, 20);
        shard.space.fill(700);
        for (int step = 1; step <= 300; step++) {
            shard.learn(step);
        }

        for (int row = 1; row <= 700; row += 7) {
            assertThat(shard.rows(row, 30)).hasSize(shard.space.has(row) ? 30 : 0);
        }
        assertThat(shard.recall()).isGreaterThan(0.995);
        assertThat(shard.items.recall()).isGreaterThan(0.995);
    }

    @Test
    void givesCosinesBestFirst() {
        Shard shard = new Shard(SOME, 5);
        shard.space.fill(1000);
        int[] rows = new int[20];
        float[] cosines = new float[20];

        assertThat(shard.items.nearest(9, 20, rows, cosines)).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            assertThat((double) cosines[i]).isCloseTo(Naive.cosine(shard.space, 9, rows[i]), within(1e-5));
            assertThat(cosines[i]).isLessThanOrEqualTo(cosines[Math.max(0, i - 1)]);
        }
    }

    @Test
    void findsWhatIsWantedNearAVector() {
        Shard shard = new Shard(SOME, 20);
        shard.space.fill(5000);
        float[] vector = new float[Clusters.DIMENSIONS];
        int[] rows = new int[20];
        float[] scores = new float[20];
        int wanted = 0;
        int found = 0;
        for (int row = 1; row <= 5000; row += 97) {
            int from = row;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = 3 * shard.space.vectors().get(row, i);
            }
            int n = shard.items.nearest(
                    vector,
                    other -> other % 2 == 0,
                    other -> (float) Naive.cosine(shard.space, from, other),
                    rows.length,
                    rows,
                    scores);

            assertThat(n).isEqualTo(rows.length);
            assertThat(Arrays.stream(rows)).allMatch(other -> other % 2 == 0);
            double least = scores[n - 1];
            for (int other = 2; other <= 5000; other += 2) {
                wanted += Naive.cosine(shard.space, row, other) > least ? 1 : 0;
            }
            found += n - 1;
        }
        assertThat((double) found / wanted).isGreaterThan(0.95);
        assertThat(shard.items.nearest(new float[vector.length], row -> true, row -> 1, 5, rows, scores))
                .isZero();
    }

    @Test
    void putsTheLowerRowFirstAmongEquals() {
        Shard shard = new Shard(ALL, 1);
        for (int row : new int[] {5, 3, 9, 2}) {
            shard.space.put(row, 42);
        }

        assertThat(shard.rows(5, 3)).containsExactly(2, 3, 9);
    }

    @Test
    void manyEqualRowsAreCutIntoCellsToo() {
        Shard shard = new Shard(new NeighbourSettings(8, 10_000, 10_000), 1);
        for (int row = 1; row <= 300; row++) {
            shard.space.put(row, 42);
        }

        assertThat(shard.rows(7, 300)).hasSize(299);
    }

    @Test
    void findsNothingWhereThereIsNoDirection() {
        Shard shard = new Shard(SOME, 1);
        assertThat(shard.rows(0, 5)).isEmpty();
        assertThat(shard.rows(7, 5)).isEmpty();
        shard.space.fill(3);
        for (int i = 0; i < Clusters.DIMENSIONS; i++) {
            shard.space.vectors().set(2, i, 0);
        }
        shard.space.turned(2);

        assertThat(shard.rows(2, 5)).isEmpty();
        assertThat(shard.rows(-1, 5)).isEmpty();
        assertThat(shard.rows(3, 5)).containsExactly(1);
        assertThat(shard.rows(3, 0)).isEmpty();
    }

    @Test
    void findsAlsoWhileItemsBecomeMany() {
        Shard shard = new Shard(SOME, 20);
        for (int row = 1; row <= 5000; row++) {
            shard.space.put(row, row);
            if (row % 100 == 0) {
                assertThat(shard.recall(row - 50)).as("%d rows", row).isGreaterThan(0.8);
            }
        }
        assertThat(shard.recall()).isGreaterThan(0.95);
    }

    @Test
    void findsNineteenOfTwentyInTwentyThousand() {
        Shard shard = new Shard(SOME, 200);
        shard.space.fill(20_000);

        assertThat(shard.recall()).isGreaterThan(0.95);
        assertThat(shard.items.recall()).isBetween(0.95, 1.0);
    }

    @Test
    void findsNineteenOfTwentyThoughAllMoves() {
        Shard shard = new Shard(SOME, 50);
        shard.space.fill(5000);
        String before = shard.nearest(77, 30);
        double sum = 0;
        int n = 0;
        for (int step = 1; step <= 100_000; step++) {
            int row = 1 + Shard.draw(step, 5000);
            if (step % 1000 == 0) {
                shard.space.drift(0.1f, step);
            }
            if (step % 100 == 0) {
                shard.space.move(row, step);
            } else {
                shard.space.follow(row, step);
            }
            if (step > 50_000 && step % 499 == 0) {
                sum += shard.recall(row);
                n++;
            }
        }

        assertThat(sum / n).isGreaterThan(0.95);
        assertThat(shard.recall()).isGreaterThan(0.95);
        assertThat(shard.nearest(77, 30)).isNotEqualTo(before);
    }

    @Test
    void doesNotNameWhatIsForgotten() {
        Shard shard = new Shard(SOME, 20);
        shard.space.fill(2000);
        int[] near = shard.rows(77, 5);
        shard.space.remove(near[0]);
        shard.space.remove(near[3]);

        assertThat(shard.rows(77, 3)).containsExactly(near[1], near[2], near[4]);
        assertThat(shard.rows(near[0], 3)).isEmpty();
    }

    @Test
    void ordersByTodaysVectors() {
        Shard shard = new Shard(SOME, 20);
        shard.space.fill(2000);
        int[] near = shard.rows(77, 10);
        for (int i = 0; i < Clusters.DIMENSIONS; i++) {
            shard.space.vectors().set(near[9], i, shard.space.vectors().get(77, i));
        }
        shard.space.turned(near[9]);

        assertThat(shard.rows(77, 1)).containsExactly(near[9]);
    }

    @Test
    void findsWhereARowIsThatBecameAnotherItems() {
        Shard shard = new Shard(SOME, 20);
        shard.space.fill(2000);
        shard.space.remove(8);
        shard.space.put(8, 77);

        assertThat(shard.rows(8, 1)).containsExactly(77);
        assertThat(shard.recall(8)).isGreaterThan(0.9);
    }

    @Test
    void withoutSavedCellsItFindsSomeAnew() {
        Shard shard = new Shard(SOME, 50);
        shard.space.fill(5000);
        shard.checkpoint();
        Shard restored = shard.restored("neighbours.cells");

        assertThat(restored.recall()).isGreaterThan(0.95);
    }

    @Test
    void searchingChangesNothing() {
        Shard shard = new Shard(SOME, 20);
        shard.space.fill(2000);
        String digest = HexFormat.of().formatHex(shard.memory.digest());
        for (int row = 1; row <= 2000; row++) {
            shard.nearest(row, 30);
        }
        shard.items.recall();

        assertThat(HexFormat.of().formatHex(shard.memory.digest())).isEqualTo(digest);
    }

    @Test
    void answersTheSameWhenFedAlikeOrRestored() {
        Shard first = new Shard(SOME, 20);
        Shard second = new Shard(SOME, 20);
        first.space.fill(1500);
        second.space.fill(1500);
        for (int step = 1; step <= 6000; step++) {
            first.learn(step);
            second.learn(step);
            if (step % 170 == 0) {
                second.checkpoint();
                second = second.restored();
            }
            // So that one has searched and the other hasn't.
            first.nearest(1 + step * 31 % 1500, 30);
            if (step % 100 == 0) {
                assertAlike(first, second, step);
            }
        }
        assertThat(second.memory.digest()).isEqualTo(first.memory.digest());
        assertThat(second.items.recall()).isEqualTo(first.items.recall()).isGreaterThan(0.5);
    }

    private static void assertAlike(Shard first, Shard second, int step) {
        for (int row = step % 7; row < first.space.end(); row += 61) {
            assertThat(second.nearest(row, 30)).as("step %d, row %d", step, row).isEqualTo(first.nearest(row, 30));
        }
    }

    @Test
    void whatMovesSeldomStaysOutOfCheckpoints() {
        Shard shard = new Shard(SOME, 20);
        shard.space.fill(5000);
        shard.memory.drainDirty((table, number, page) -> {});
        for (int move = 0; move < 100; move++) {
            shard.space.nudge(5, move % 3);
        }

        Map<String, Integer> dirty = new TreeMap<>();
        shard.memory.drainDirty((table, number, page) -> dirty.merge(table, 1, Integer::sum));
        assertThat(dirty).containsOnlyKeys("neighbours.cells", "space");
        assertThat(dirty.get("neighbours.cells")).as("pages of 20").isLessThan(5);
    }
}

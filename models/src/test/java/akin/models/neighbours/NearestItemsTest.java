package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NearestItemsTest {
    private static final NeighbourSettings EXACT = new NeighbourSettings(1100, 125, 16, 0.98);
    private static final NeighbourSettings LISTED = new NeighbourSettings(300, 125, 16, 0.98);

    @Test
    void looksAtEachOfAFewItems() {
        Shard shard = new Shard(EXACT, 20);
        shard.space.fill(700);
        for (int step = 1; step <= 300; step++) {
            shard.learn(step);
        }

        for (int row = 1; row <= 700; row += 7) {
            assertThat(shard.rows(row, 30)).hasSize(shard.space.has(row) ? 30 : 0);
        }
        assertThat(shard.recall()).isGreaterThan(0.97);
        assertThat(shard.items.recall()).isGreaterThan(0.97);
    }

    @Test
    void givesCosinesBestFirst() {
        Shard shard = new Shard(LISTED, 5);
        shard.space.fill(1000);
        shard.visit(3);
        int[] rows = new int[20];
        float[] cosines = new float[20];

        assertThat(shard.items.nearest(9, 20, rows, cosines)).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            assertThat((double) cosines[i]).isCloseTo(Naive.cosine(shard.space, 9, rows[i]), within(0.005));
            assertThat(cosines[i]).isLessThanOrEqualTo(cosines[Math.max(0, i - 1)]);
        }
    }

    @Test
    void putsTheLowerRowFirstAmongEquals() {
        Shard shard = new Shard(EXACT, 1);
        for (int row : new int[] {5, 3, 9, 2}) {
            shard.space.put(row, 42);
        }

        assertThat(shard.rows(5, 3)).containsExactly(2, 3, 9);
    }

    @Test
    void findsNothingWhereThereIsNoDirection() {
        for (NeighbourSettings settings : new NeighbourSettings[] {EXACT, new NeighbourSettings(1, 8, 16, 0.98)}) {
            Shard shard = new Shard(settings, 1);
            assertThat(shard.rows(0, 5)).isEmpty();
            assertThat(shard.rows(7, 5)).isEmpty();
            shard.space.fill(3);
            shard.visit(5);
            for (int i = 0; i < Clusters.DIMENSIONS; i++) {
                shard.space.vectors().set(2, i, 0);
            }
            shard.space.turned(2);
            shard.visit(5);

            assertThat(shard.rows(2, 5)).isEmpty();
            assertThat(shard.rows(-1, 5)).isEmpty();
            assertThat(shard.rows(3, 5)).containsExactly(1);
            assertThat(shard.rows(3, 0)).isEmpty();
        }
    }

    @Test
    void findsAlsoWhileItemsBecomeMany() {
        Shard shard = new Shard(LISTED, 20);
        for (int row = 1; row <= 3000; row++) {
            shard.space.put(row, row);
            for (int visit = 0; visit < 4; visit++) {
                shard.visitOf(visit == 0 ? row : 1 + Shard.draw(4 * row + visit, row), visit);
            }
            if (row % 100 == 0) {
                assertThat(shard.recall(row - 50)).as("%d rows", row).isGreaterThan(0.8);
            }
        }
        assertThat(shard.recall()).isGreaterThan(0.95);
    }

    @Test
    void findsNineteenOfTwentyInTwentyThousand() {
        Shard shard = new Shard(LISTED, 200);
        shard.space.fill(20_000);
        shard.visit(4);

        assertThat(shard.recall()).isGreaterThan(0.95);
        assertThat(shard.items.recall()).isBetween(0.95, 1.0);
    }

    @Test
    void findsNineteenOfTwentyThoughAllMoves() {
        Shard shard = new Shard(LISTED, 50);
        shard.space.fill(5000);
        shard.visit(3);
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
            shard.visitOf(row, step);
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
    void aSearchCostsNoMoreAmongMore() {
        for (int rows : new int[] {1000, 20_000}) {
            Shard shard = new Shard(new NeighbourSettings(300, 24, 10, 0.98), 50);
            shard.space.fill(rows);
            shard.visit(3);
            for (int row = 1; row <= 100; row++) {
                shard.nearest(row, 30);
                assertThat(shard.items.looks()).isBetween(1, 24);

                shard.space.put(row, -row);
                shard.visitOf(row, row);
                assertThat(shard.items.looks())
                        .as("a mate and 1 + 10 lists of 24")
                        .isBetween(1, 1 + 11 * 24);
            }
        }
    }

    @Test
    void doesNotNameWhatIsForgotten() {
        Shard shard = new Shard(LISTED, 20);
        shard.space.fill(2000);
        shard.visit(4);
        int[] near = shard.rows(77, 5);
        shard.space.remove(near[0]);
        shard.items.forget(near[0]);
        shard.space.remove(near[3]);

        assertThat(shard.rows(77, 3)).containsExactly(near[1], near[2], near[4]);
        assertThat(shard.rows(near[0], 3)).isEmpty();
    }

    @Test
    void ordersByTodaysVectors() {
        Shard shard = new Shard(LISTED, 20);
        shard.space.fill(2000);
        shard.visit(4);
        int[] near = shard.rows(77, 10);
        for (int i = 0; i < Clusters.DIMENSIONS; i++) {
            shard.space.vectors().set(near[9], i, shard.space.vectors().get(77, i));
        }
        shard.space.turned(near[9]);

        assertThat(shard.rows(77, 1)).containsExactly(near[9]);
    }

    @Test
    void findsWhereARowIsThatBecameAnotherItems() {
        Shard shard = new Shard(LISTED, 20);
        shard.space.fill(2000);
        shard.visit(4);
        shard.space.remove(8);
        shard.items.forget(8);
        shard.space.put(8, 77);
        shard.visitOf(8, 1);

        assertThat(shard.rows(8, 1)).containsExactly(77);
        assertThat(shard.recall(8)).isGreaterThan(0.9);
    }

    @Test
    void withoutListsTheyFormAnewByVisits() {
        Shard shard = new Shard(LISTED, 50);
        shard.space.fill(5000);
        shard.checkpoint();
        Shard restored = shard.restored("neighbours.lists");

        assertThat(restored.recall()).isLessThan(0.5);
        restored.visit(5);
        assertThat(restored.recall()).isGreaterThan(0.95);
    }

    @Test
    void goesBackToLookingAtEachWhenItemsHaveBecomeFew() {
        Shard shard = new Shard(EXACT, 20);
        shard.space.fill(1200);
        shard.visit(1);
        shard.memory.digest();
        assertThat(shard.items.recall()).isLessThan(1);
        for (int row = 1101; row <= 1200; row++) {
            shard.space.remove(row);
        }

        assertThat(shard.rows(5, 100)).hasSize(100);
        assertThat(shard.items.recall()).isGreaterThan(0.9);
    }

    @Test
    void searchingChangesNothing() {
        Shard shard = new Shard(LISTED, 20);
        shard.space.fill(2000);
        shard.visit(2);
        String digest = HexFormat.of().formatHex(shard.memory.digest());
        for (int row = 1; row <= 2000; row++) {
            shard.nearest(row, 30);
        }
        shard.items.recall();

        assertThat(HexFormat.of().formatHex(shard.memory.digest())).isEqualTo(digest);
    }

    @Test
    void answersTheSameWhenFedAlikeOrRestored() {
        Shard first = new Shard(LISTED, 20);
        Shard second = new Shard(LISTED, 20);
        first.space.fill(1500);
        second.space.fill(1500);
        for (int step = 1; step <= 3000; step++) {
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
    void whatIsVisitedSeldomStaysOutOfCheckpoints() {
        Shard shard = new Shard(LISTED, 20);
        shard.space.fill(5000);
        shard.visit(5);
        shard.memory.drainDirty((table, number, page) -> {});
        for (int visit = 0; visit < 100; visit++) {
            shard.visitOf(5, visit % 3);
        }

        Map<String, Integer> dirty = new TreeMap<>();
        shard.memory.drainDirty((table, number, page) -> dirty.merge(table, 1, Integer::sum));
        assertThat(dirty.keySet()).containsExactly("neighbours.lists");
        assertThat(dirty.get("neighbours.lists")).as("pages of 313").isLessThan(20);
    }
}

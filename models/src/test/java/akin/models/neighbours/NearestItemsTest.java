package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestItemsTest {
    private static final NeighbourSettings EXACT = new NeighbourSettings(1000, 50, 10, 8, 40, 64);
    private static final NeighbourSettings INDEXED = new NeighbourSettings(300, 200, 80, 8, 40, 64);

    @Test
    void looksAtEachOfAFewItems() {
        Shard shard = new Shard(EXACT, 20);
        shard.space.fill(700);
        for (int step = 1; step <= 300; step++) {
            shard.learn(step);
        }

        for (int row = 1; row <= 700; row += 7) {
            int[] expected = shard.space.has(row) ? Naive.nearest(shard.space, row, 30) : new int[0];
            assertThat(shard.rows(row, 30)).isEqualTo(expected);
        }
        assertThat(shard.items.recall()).isEqualTo(1);
    }

    @Test
    void givesCosinesBestFirst() {
        Shard shard = new Shard(EXACT, 5);
        shard.space.fill(200);
        int[] rows = new int[20];
        float[] cosines = new float[20];

        assertThat(shard.items.nearest(9, 20, rows, cosines)).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            assertThat((double) cosines[i]).isCloseTo(Naive.cosine(shard.space, 9, rows[i]), within(1e-6));
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
        Shard shard = new Shard(EXACT, 1);
        assertThat(shard.rows(0, 5)).isEmpty();
        assertThat(shard.rows(7, 5)).isEmpty();
        shard.space.fill(3);
        for (int i = 0; i < Clusters.DIMENSIONS; i++) {
            shard.space.vectors().set(2, i, 0);
        }

        assertThat(shard.rows(2, 5)).isEmpty();
        assertThat(shard.rows(-1, 5)).isEmpty();
        assertThat(shard.rows(3, 5)).containsExactly(1);
    }

    @Test
    void findsNothingAmongManyUntilTheFirstIndexIsUsed() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(2000);

        assertThat(shard.rows(500, 30)).isEmpty();
        visits(shard, 279);
        assertThat(shard.rows(500, 30)).isEmpty();
        visits(shard, 1);
        assertThat(shard.rows(500, 10)).isEqualTo(Naive.nearest(shard.space, 500, 10));
    }

    @Test
    void indexFindsNineOfTenInTwentyThousand() {
        Shard shard = new Shard(INDEXED, 200);
        shard.space.fill(20_000);
        visits(shard, 280);

        double sum = 0;
        for (int row = 100; row <= 20_000; row += 200) {
            int[] exact = Naive.nearest(shard.space, row, 10);
            int[] found = shard.rows(row, 10);
            sum += IntStream.of(found).filter(one -> contains(exact, one)).count() / 10.0;
        }
        assertThat(sum / 100).isGreaterThan(0.9);
        assertThat(shard.items.recall()).isGreaterThan(0.9);
    }

    @Test
    void doesNotNameWhatIsForgotten() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(2000);
        visits(shard, 280);
        int[] near = shard.rows(77, 5);
        shard.space.remove(near[0]);
        shard.items.forget(near[0]);
        shard.space.remove(near[3]);

        assertThat(shard.rows(77, 3)).containsExactly(near[1], near[2], near[4]);
        assertThat(shard.rows(near[0], 3)).isEmpty();
    }

    @Test
    void ordersByTodaysVectors() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(2000);
        visits(shard, 280);
        int[] near = shard.rows(77, 10);
        for (int i = 0; i < Clusters.DIMENSIONS; i++) {
            shard.space.vectors().set(near[9], i, shard.space.vectors().get(77, i));
        }

        assertThat(shard.rows(77, 1)).containsExactly(near[9]);
    }

    @Test
    void looksUpAnewWhatIsNewOrAnotherItem() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(2000);
        visits(shard, 280);
        shard.rows(8, 10);
        int[] expected = new int[10];
        shard.space.put(2001, 77);
        shard.space.put(8, 77);
        shard.items.nearest(2001, 10, expected, new float[10]);

        assertThat(expected[0]).isEqualTo(77);
        assertThat(Arrays.copyOf(shard.rows(8, 10), 9)).isEqualTo(Arrays.copyOf(expected, 9));
    }

    @Test
    void goesBackToLookingAtEachWhenItemsHaveBecomeFew() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(1000);
        visits(shard, 280);
        for (int row = 201; row <= 1000; row++) {
            shard.space.remove(row);
        }
        visits(shard, 200);

        assertThat(shard.rows(5, 100)).isEqualTo(Naive.nearest(shard.space, 5, 100));
        assertThat(shard.items.recall()).isEqualTo(1);
    }

    @Test
    void answersTheSameWhenFedAlikeOrRestored() {
        Shard first = new Shard(INDEXED, 20);
        Shard second = new Shard(INDEXED, 20);
        first.space.fill(1500);
        second.space.fill(1500);
        for (int step = 1; step <= 700; step++) {
            first.learn(step);
            second.learn(step);
            // Before, during and after builds; at their starts (200, 400, 600), and as an index is put to use (280, …).
            if (step == 150 || step == 230 || step == 330 || step % 40 == 0) {
                second.checkpoint();
                second = second.restored();
            }
            // So that one has kept what it found and the other hasn't.
            first.nearest(1 + step * 31 % 1500, 30);
            if (step % 10 == 0) {
                assertAlike(first, second, step);
            }
        }
        assertThat(second.memory.digest()).isEqualTo(first.memory.digest());
        assertThat(second.items.recall()).isEqualTo(first.items.recall()).isGreaterThan(0.9);
    }

    @Test
    void restoredItWalksTheGraphThatWasKept() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(2000);
        visits(shard, 280);
        shard.checkpoint();
        Shard restored = shard.restored();
        assertThat(restored.nearest(77, 10)).isEqualTo(shard.nearest(77, 10));
        Table links = (Table) restored.memory.tables().stream()
                .filter(table -> table.name().equals("neighbours.links"))
                .findFirst()
                .orElseThrow();
        for (int row = 0; links.has(row); row++) {
            links.clear(row);
        }

        assertThat(restored.rows(99, 10)).as("without edges").hasSizeLessThan(10);
    }

    @Test
    void vectorsThatStayStayOutOfCheckpoints() {
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(2000);
        visits(shard, 400);
        shard.memory.drainDirty((table, number, page) -> {});
        shard.space.nudge(5, 1);
        visits(shard, 400);

        Map<String, Integer> dirty = new TreeMap<>();
        shard.memory.drainDirty((table, number, page) -> dirty.merge(table, 1, Integer::sum));
        assertThat(dirty.remove("neighbours.links")).as("pages of 37").isLessThan(15);
        assertThat(dirty)
                .isEqualTo(Map.of(
                        "space",
                        1,
                        "neighbours.0",
                        1,
                        "neighbours.1",
                        1,
                        "neighbours.clock",
                        1,
                        "neighbours.graph",
                        1));
    }

    private static void assertAlike(Shard first, Shard second, int step) {
        for (int row = step % 7; row < first.space.end(); row += 61) {
            assertThat(second.nearest(row, 30)).as("step %d, row %d", step, row).isEqualTo(first.nearest(row, 30));
        }
    }

    private static void visits(Shard shard, int n) {
        for (int i = 0; i < n; i++) {
            shard.items.learned();
        }
    }

    private static boolean contains(int[] rows, int row) {
        return IntStream.of(rows).anyMatch(one -> one == row);
    }

    @Test
    void noThreadOutlivesIt() {
        Set<Thread> before = builders();
        Shard shard = new Shard(INDEXED, 20);
        shard.space.fill(20_000);
        visits(shard, 200);
        Set<Thread> started = builders();
        started.removeAll(before);
        assertThat(started).hasSize(1);

        shard.items.close();
        assertThat(started).noneMatch(Thread::isAlive);
    }

    private static Set<Thread> builders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("neighbours"))
                .collect(Collectors.toSet());
    }
}

package akin.models.covisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.catalog.Items;
import akin.models.memory.Memory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CovisitsTest {
    private static final int ITEMS = 40;
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Counts by feeding random first visits, and again by brute force from who visited what. */
    private static final class World {
        final Items items = new Items(new Memory());
        final Covisits covisits;
        final Map<Integer, LinkedHashMap<Integer, Long>> visitedBy = new HashMap<>();
        final double[] increments = new double[ITEMS + 1];

        World(Duration halfLife, int neighbours) {
            covisits = new Covisits(new Memory(), new CovisitSettings(halfLife, neighbours, 0.9), items);
            for (int i = 0; i < ITEMS; i++) {
                items.add("i" + i);
            }
        }

        void visit(int user, int row, long time) {
            LinkedHashMap<Integer, Long> visited = visitedBy.computeIfAbsent(user, u -> new LinkedHashMap<>());
            if (visited.containsKey(row)) {
                return;
            }
            int[] companions =
                    visited.keySet().stream().mapToInt(Integer::intValue).toArray();
            covisits.learn(row, companions, companions.length, time);
            visited.put(row, time);
            increments[row] += companions.length;
            for (int companion : companions) {
                increments[companion]++;
            }
        }

        double weight(long time, long now, Duration halfLife) {
            return halfLife.isZero() ? 1 : Math.pow(2, (double) (time - now) / halfLife.toMillis());
        }

        double both(int one, int other, long now, Duration halfLife) {
            return visitedBy.values().stream()
                    .filter(visited -> visited.containsKey(one) && visited.containsKey(other))
                    .mapToDouble(visited -> weight(Math.max(visited.get(one), visited.get(other)), now, halfLife))
                    .sum();
        }

        double total(int row, long now, Duration halfLife) {
            return visitedBy.values().stream()
                    .filter(visited -> visited.containsKey(row))
                    .mapToDouble(visited -> weight(visited.get(row), now, halfLife))
                    .sum();
        }
    }

    @Property(tries = 40, seed = "1")
    void equalsABruteForceRecount(@ForAll long seed, @ForAll @IntRange(min = 1, max = 600) int visits) {
        World world = new World(Duration.ZERO, 64);
        Random random = new Random(seed);
        for (int i = 0; i < visits; i++) {
            world.visit(random.nextInt(15), 1 + random.nextInt(ITEMS), i);
        }
        for (int one = 1; one <= ITEMS; one++) {
            assertThat(world.covisits.total(one)).isEqualTo(world.total(one, 0, Duration.ZERO));
            for (int other = 1; other <= ITEMS; other++) {
                if (one != other) {
                    assertThat(world.covisits.count(one, other)).isEqualTo(world.both(one, other, 0, Duration.ZERO));
                }
            }
        }
    }

    @Test
    void fadesLikeABatchRecountAcrossLandmarks() {
        Duration halfLife = Duration.ofDays(1);
        World world = new World(halfLife, 64);
        Random random = new Random(5);
        long now = 0;
        for (int i = 0; i < 2000; i++) {
            now = i * DAY / 10;
            world.visit(random.nextInt(100), 1 + random.nextInt(ITEMS), now);
        }
        double scale = world.covisits.total(1) / world.total(1, now, halfLife);
        for (int one = 1; one <= ITEMS; one++) {
            double expected = world.total(one, now, halfLife) * scale;
            assertThat(world.covisits.total(one)).isCloseTo(expected, within(1e-6 * expected));
            double both = world.both(1, one == 1 ? 2 : one, now, halfLife) * scale;
            assertThat(world.covisits.count(1, one == 1 ? 2 : one)).isCloseTo(both, within(1e-4 * both + 1e-6 * scale));
        }
    }

    @Test
    void movingTheLandmarkIsExactAndForgetsTheSameVisitsInCountsAndTotals() {
        World world = new World(Duration.ofDays(1), 64);
        world.visit(1, 1, 0);
        world.visit(1, 2, 0);
        world.visit(2, 3, 70 * DAY);
        assertThat(world.covisits.total(1)).isEqualTo(0x1p-64);
        assertThat(world.covisits.count(1, 2)).isEqualTo(0x1p-64);

        // 2^-128 has no room for all bits of a float.
        world.visit(3, 3, 130 * DAY);
        assertThat(world.covisits.total(1)).isZero();
        assertThat(world.covisits.count(1, 2)).isZero();
        assertThat(world.covisits.total(3)).isPositive();
    }

    @Property(tries = 40, seed = "1")
    void prunedCountsStayWithinTheirError(@ForAll long seed) {
        int ceiling = 8;
        World world = new World(Duration.ZERO, ceiling);
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            int row = 1 + (int) (ITEMS * Math.pow(random.nextDouble(), 3));
            world.visit(random.nextInt(200), row, i);
        }
        for (int row = 1; row <= ITEMS; row++) {
            int one = row;
            float error = world.covisits.error(row);
            assertThat((double) error).isLessThanOrEqualTo(2 * world.increments[row] / ceiling);
            Set<Integer> kept = new HashSet<>();
            world.covisits.forEachNeighbour(row, (ref, count) -> {
                int other = world.items.resolve(ref);
                kept.add(other);
                double truth = world.both(one, other, 0, Duration.ZERO);
                assertThat((double) count).isBetween(truth, truth + error);
            });
            assertThat(kept).hasSizeLessThanOrEqualTo(ceiling);
            for (int other = 1; other <= ITEMS; other++) {
                if (other != row && !kept.contains(other)) {
                    assertThat(world.both(row, other, 0, Duration.ZERO)).isLessThanOrEqualTo(error);
                }
            }
        }
    }

    @Test
    void aNewcomerInAReusedRowInheritsNothing() {
        World world = new World(Duration.ZERO, 64);
        world.visit(1, 1, 0);
        world.visit(1, 2, 0);
        world.covisits.remove(2);
        world.items.remove(2);
        int row = world.items.add("newcomer");

        assertThat(row).isEqualTo(2);
        assertThat(world.covisits.count(1, row)).isZero();
        assertThat(world.covisits.count(row, 1)).isZero();
        assertThat(world.covisits.total(row)).isZero();
    }

    @Test
    void similaritiesHaveTheirClosedForms() {
        assertThat(Similarity.JACCARD.of(2, 4, 3)).isEqualTo(0.4f);
        assertThat(Similarity.COSINE.of(2, 4, 4)).isEqualTo(0.5f);
        assertThat(Similarity.COUNT.of(2, 4, 3)).isEqualTo(2f);
        for (Similarity similarity : Similarity.values()) {
            assertThat(similarity.of(0, 0, 0)).isZero();
        }
    }

    @Test
    void aCompanionWithoutVisitorsIsLikeNothing() {
        World world = new World(Duration.ZERO, 256);
        Covisits covisits = world.covisits;
        int row = world.items.add("visited");
        int companion = world.items.add("companion");
        covisits.learn(row, new int[] {companion}, 1, 0);

        assertThat(covisits.total(companion)).isZero();
        assertThat(covisits.count(row, companion)).isOne();
        for (Similarity similarity : Similarity.values()) {
            assertThat(similarity.of(covisits.count(row, companion), covisits.total(row), covisits.total(companion)))
                    .isZero();
        }
    }
}

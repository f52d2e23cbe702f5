package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cells that the table tells, while rows come, move and go. */
class CellsTest {
    private static final int MOST = 32;

    private final Shard shard = new Shard(new NeighbourSettings(MOST, 500, 500), 20);

    private Map<Integer, Integer> sizes() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int row = 1; row < shard.space.end(); row++) {
            int cell = shard.cell(row);
            assertThat(cell > 0).as("row %d", row).isEqualTo(shard.space.has(row));
            if (cell > 0) {
                sizes.merge(cell, 1, Integer::sum);
            }
        }
        return sizes;
    }

    @Test
    void noneIsTooLargeOrTooSmall() {
        shard.space.fill(2000);
        for (int step = 1; step <= 8000; step++) {
            shard.learn(step);
            if (step % 500 == 0) {
                assertThat(sizes().values()).allMatch(size -> size >= MOST / 8 && size <= MOST);
            }
        }
        assertThat(sizes().size()).isBetween(2000 / MOST, 8 * 2000 / MOST);
    }

    @Test
    void oneIsLeftWhenNearlyAllIsGone() {
        shard.space.fill(1000);
        for (int row = 2; row <= 1000; row++) {
            shard.space.remove(row);
        }
        assertThat(sizes()).hasSize(1);
        shard.space.remove(1);
        assertThat(sizes()).isEmpty();
        shard.space.fill(100);
        assertThat(shard.rows(1, 200)).hasSize(99);
    }

    /** Which cell the next row comes to doesn't depend on what a restore can't know. */
    @Test
    void oneThatWasEmptiedIsAsAfterARestore() {
        shard.space.fill(200);
        for (int row = 200; row >= 1; row--) {
            shard.space.remove(row);
        }
        Shard forwards = new Shard(new NeighbourSettings(MOST, 500, 500), 20);
        forwards.space.fill(200);
        for (int row = 1; row <= 200; row++) {
            forwards.space.remove(row);
        }
        for (Shard emptied : List.of(shard, forwards)) {
            emptied.checkpoint();
            Shard restored = emptied.restored();
            emptied.space.put(1, 1);
            restored.space.put(1, 1);
            assertThat(emptied.cell(1)).isEqualTo(restored.cell(1)).isPositive();
        }
    }
}

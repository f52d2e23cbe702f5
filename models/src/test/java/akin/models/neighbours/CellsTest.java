package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cells that the table tells, while rows come, move and go. */
class CellsTest {
    private static final int MOST = 32;

    private final Shard shard = new Shard(new NeighbourSettings(MOST, 500), 20);

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
}

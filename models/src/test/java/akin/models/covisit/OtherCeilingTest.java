package akin.models.covisit;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.memory.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours under another ceiling, against a sorted list. */
class OtherCeilingTest {
    private static final int ROWS = 40;
    private static final int GONE = 7;

    private final Neighbours before = new Neighbours(new Memory(), "covisit", 64, ref -> ref != GONE);

    OtherCeilingTest() {
        Random random = new Random(3);
        for (int i = 0; i < 6000; i++) {
            // Rows of all lengths, some of them pruned by themselves.
            int row = 1 + random.nextInt(ROWS);
            before.add(row, 1 + random.nextInt(2 * row), 1 + random.nextInt(3));
        }
        before.clear(5);
    }

    private static Map<Integer, Float> counts(Neighbours neighbours, int row) {
        Map<Integer, Float> counts = new HashMap<>();
        neighbours.forEach(row, counts::put);
        return counts;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 63, 65, 256})
    void keepsTheGreatest(int ceiling) {
        Neighbours after = new Neighbours(new Memory(), "covisit", ceiling, ref -> ref != GONE);
        after.adopt(before);
        for (int row = 1; row <= ROWS; row++) {
            Map<Integer, Float> all = counts(before, row);
            all.remove(GONE);
            List<Map.Entry<Integer, Float>> best = all.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Float>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey())
                            .reversed())
                    .toList();
            int kept = best.size() <= ceiling ? best.size() : ceiling / 2;
            float error = kept < best.size() ? best.get(kept).getValue() : 0;

            assertThat(counts(after, row).entrySet()).containsExactlyInAnyOrderElementsOf(best.subList(0, kept));
            assertThat(after.error(row)).isEqualTo(Math.max(before.error(row), error));
            for (Map.Entry<Integer, Float> entry : best.subList(0, kept)) {
                assertThat(after.count(row, entry.getKey())).isEqualTo(entry.getValue());
            }
        }
    }
}

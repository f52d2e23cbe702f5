package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReservoirTest {
    private static final int ROOM = 10;

    private final Memory memory = new Memory();
    private final Reservoir reservoir = reservoir(memory);

    private static Reservoir reservoir(Memory memory) {
        return new Reservoir(memory, "ring", 1, new PoolLearningSettings(0.01, 10, 3, 2, ROOM, 2, 0, 1), 7);
    }

    private void add(int n) {
        for (int i = 0; i < n; i++) {
            long number = reservoir.stored();
            reservoir.rows().setInt(reservoir.add(), 0, (int) number);
        }
    }

    private static List<Long> learned(Reservoir from) {
        List<Long> numbers = new ArrayList<>();
        from.learn(numbers::add);
        return numbers;
    }

    @Test
    void whatIsFirstIsLearnedOnce() {
        add(2);
        assertThat(reservoir.isDue()).isFalse();
        add(1);
        assertThat(reservoir.isDue()).isTrue();

        assertThat(learned(reservoir)).containsExactly(0L, 1L, 2L);
        assertThat(reservoir.isDue()).isFalse();
        assertThat(learned(reservoir)).isEmpty();
    }

    @Test
    void eachNewOneComesWithSomeThatWereLearnedAndAreStillHere() {
        Map<Long, Integer> times = new TreeMap<>();
        for (int batch = 0; batch < 1000; batch++) {
            add(3);
            int most = reservoir.toLearn();
            List<Long> numbers = learned(reservoir);
            long next = reservoir.stored();
            assertThat(numbers.subList(0, 3)).containsExactly(next - 3, next - 2, next - 1);
            List<Long> again = numbers.subList(3, numbers.size());
            assertThat(again).hasSize(batch == 0 ? 0 : 6).allMatch(number -> number < next - 3);
            assertThat(numbers).hasSizeLessThanOrEqualTo(most);
            for (long number : again) {
                assertThat(reservoir.rows().getInt(reservoir.row(number), 0)).isEqualTo((int) number);
                times.merge(next - number, 1, Integer::sum);
            }
        }
        // Of ten places three are new: each of the seven others is drawn as often as another.
        assertThat(times.keySet()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(times.values()).allMatch(n -> n > 700 && n < 1000);
    }

    @Test
    void aRestoredOneGoesOn() {
        add(8);
        learned(reservoir);
        add(5);
        Memory other = new Memory();
        Reservoir restored = reservoir(other);
        memory.forEachPage(other::load);

        assertThat(learned(restored)).isEqualTo(learned(reservoir));
    }
}

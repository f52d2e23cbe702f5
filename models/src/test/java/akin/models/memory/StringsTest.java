package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StringsTest {
    @Property(tries = 50, seed = "1")
    void behavesLikeAMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int steps) {
        Strings strings = new Strings(new Memory(), "strings");
        Map<Integer, String> expected = new HashMap<>();
        Random random = new Random(seed);
        for (int i = 0; i < steps; i++) {
            if (expected.size() > 3 && random.nextInt(3) == 0) {
                int handle = expected.keySet().iterator().next();
                expected.remove(handle);
                strings.free(handle);
            } else {
                String text = "é✓".repeat(random.nextInt(40)) + "x".repeat(random.nextInt(120));
                int handle = strings.put(text);
                assertThat(expected.put(handle, text)).as("handle given twice").isNull();
            }
            expected.forEach((handle, text) -> assertThat(strings.get(handle)).isEqualTo(text));
        }
    }

    @Test
    void usesFreedSlotsAgain() {
        Memory memory = new Memory();
        Strings strings = new Strings(memory, "strings");
        for (int i = 0; i < 10_000; i++) {
            strings.free(strings.put("a text longer than one slot of the table can hold, so it takes two"));
        }

        assertThat(memory.bytes()).isLessThan(10_000);
    }
}

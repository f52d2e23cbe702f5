package akin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
    @Test
    void equalValuesAreOneObject() {
        Shared<List<String>> shared = new Shared<>();
        List<String> first = List.of("a", "b");

        assertThat(shared.of(first)).isSameAs(first);
        assertThat(shared.of(List.of("a", "c"))).containsExactly("a", "c");
        assertThat(shared.of(List.of("a", "b"))).isSameAs(first);
    }

    @Test
    void manyValuesAreForgotten() {
        Shared<Integer> shared = new Shared<>();
        Integer first = Integer.valueOf(100_000);
        shared.of(first);
        for (int i = 0; i < 2000; i++) {
            shared.of(i);
        }

        assertThat(shared.of(Integer.valueOf(100_000))).isNotSameAs(first);
    }
}

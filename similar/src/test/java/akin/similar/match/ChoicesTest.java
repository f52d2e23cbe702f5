package akin.similar.match;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.pairs.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void countsProductsThatHaveAChoice() {
        List<Pair> pairs = List.of(
                new Pair(0, 1, true),
                new Pair(0, 2, false),
                new Pair(3, 1, false),
                new Pair(3, 9, true),
                new Pair(4, 8, true),
                new Pair(5, 8, false));

        assertThat(Choices.right(pairs, Pair::right)).isEqualTo(0.5);
        assertThat(Choices.right(pairs, pair -> -pair.right())).isEqualTo(0.5);
        assertThat(Choices.right(pairs, pair -> pair.isSimilar() ? 1 : 0)).isEqualTo(1);
    }

    @Test
    void theFirstOfEqualsCounts() {
        assertThat(Choices.right(List.of(new Pair(0, 1, false), new Pair(0, 2, true)), pair -> 1))
                .isZero();
    }

    @Test
    void noChoicesAreZero() {
        assertThat(Choices.right(List.of(new Pair(0, 1, true)), pair -> 1)).isZero();
    }
}

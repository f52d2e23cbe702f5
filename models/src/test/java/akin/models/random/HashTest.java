package akin.models.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashTest {
    private static final int DRAWS = 100_000;

    @Test
    void drawsAreUniform() {
        assertThat(LongStream.range(0, DRAWS).mapToDouble(i -> Hash.unit(Hash.of(1, 2, i))))
                .allMatch(x -> x >= 0 && x < 1)
                .satisfies(draws -> assertThat(mean(draws)).isCloseTo(0.5, within(0.005)));
        assertThat(LongStream.range(0, DRAWS).mapToDouble(i -> Hash.symmetric(Hash.of(1, 2, i))))
                .allMatch(x -> x >= -1 && x < 1)
                .satisfies(draws -> assertThat(mean(draws)).isCloseTo(0, within(0.01)));
        assertThat(LongStream.range(0, DRAWS).mapToDouble(i -> Hash.below(Hash.of(1, 2, i), 10)))
                .allMatch(x -> x >= 0 && x < 10)
                .satisfies(draws -> assertThat(mean(draws)).isCloseTo(4.5, within(0.05)));
    }

    private static double mean(List<? extends Double> draws) {
        return draws.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void anotherSeedNameOrNumberIsAnotherDraw() {
        assertThat(LongStream.of(
                        Hash.of(1, 2, 3),
                        Hash.of(2, 2, 3),
                        Hash.of(1, 3, 3),
                        Hash.of(1, 2, 4),
                        Hash.seed(1, "a"),
                        Hash.seed(2, "a"),
                        Hash.seed(1, "b"),
                        Hash.seed(1, "aa")))
                .doesNotHaveDuplicates();
        assertThat(Hash.seed(1, "a")).isEqualTo(Hash.seed(1, "a"));
    }
}

package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionWeightsTest {
    private static final int WINDOW = 3;

    private final Memory memory = new Memory();
    private final PositionWeights weights;

    PositionWeightsTest() {
        Tuning tuning = new Tuning();
        tuning.window = WINDOW;
        weights = new PositionWeights(memory, "positions", tuning.settings().examples());
    }

    @Test
    void stepLikeAdamInDoubles() {
        Random random = new Random(1);
        double[] expected = {1, 1, 1};
        double[] means = new double[WINDOW];
        double[] squares = new double[WINDOW];
        for (int step = 1; step <= 300; step++) {
            for (int i = 0; i < WINDOW; i++) {
                double gradient = random.nextGaussian() + i;
                weights.addGradient(i, (float) (gradient - 1));
                weights.addGradient(i, 1);
                means[i] = 0.9 * means[i] + 0.1 * gradient;
                squares[i] = 0.999 * squares[i] + 0.001 * gradient * gradient;
                double mean = means[i] / (1 - Math.pow(0.9, step));
                double square = squares[i] / (1 - Math.pow(0.999, step));
                expected[i] -= 0.002 * mean / (Math.sqrt(square) + 1e-8);
            }
            assertThat(weights.step()).isTrue();
        }

        for (int i = 0; i < WINDOW; i++) {
            assertThat((double) weights.get(i)).isCloseTo(expected[i], within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void refuseWhatIsNotFiniteAndForgetIt(float evil) {
        weights.addGradient(0, 1);
        weights.step();
        byte[] before = memory.digest();
        weights.addGradient(0, 1);
        weights.addGradient(2, evil);

        assertThat(weights.step()).isFalse();
        assertThat(memory.digest()).isEqualTo(before);
        assertThat(weights.step()).isTrue();
        assertThat(weights.get(2)).isEqualTo(1);
    }
}

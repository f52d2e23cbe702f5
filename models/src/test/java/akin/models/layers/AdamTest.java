package akin.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {
    private static final double RATE = 0.01;
    private static final int ROWS = 7;
    private static final int COLUMNS = 13;

    /** Two parameters that are trained by noise. */
    private static final class Network {
        final Memory memory = new Memory();
        final Parameters parameters = new Parameters(memory, "network", 1);
        final Parameter matrix = parameters.add("matrix", ROWS, COLUMNS, Initial.xavier());
        final Parameter bias = parameters.add("bias", 1, COLUMNS, Initial.constant(1));
        final Adam adam = new Adam(memory, parameters, AdamSettings.atRate(RATE));

        boolean step(long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                matrix.gradient().values()[i] += (float) random.nextGaussian() + i % 3;
            }
            for (int i = 0; i < COLUMNS; i++) {
                bias.gradient().values()[i] += (float) random.nextGaussian();
            }
            return adam.step();
        }

        Network restored() {
            Network other = new Network();
            memory.forEachPage(other.memory::load);
            other.parameters.loaded();
            return other;
        }
    }

    private final Network network = new Network();

    @Test
    void stepsLikeAdamInDoubles() {
        double[] expected = new double[COLUMNS];
        Arrays.fill(expected, 1);
        double[] means = new double[COLUMNS];
        double[] squares = new double[COLUMNS];
        for (int step = 1; step <= 300; step++) {
            assertThat(network.step(step)).isTrue();
            Random random = new Random(step);
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                random.nextGaussian();
            }
            for (int i = 0; i < COLUMNS; i++) {
                double gradient = (float) random.nextGaussian();
                means[i] = 0.9 * means[i] + 0.1 * gradient;
                squares[i] = 0.999 * squares[i] + 0.001 * gradient * gradient;
                double mean = means[i] / (1 - Math.pow(0.9, step));
                double square = squares[i] / (1 - Math.pow(0.999, step));
                expected[i] -= RATE * mean / (Math.sqrt(square) + 1e-8);
            }
        }

        for (int i = 0; i < COLUMNS; i++) {
            assertThat((double) network.bias.values().values()[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWhatIsNotFiniteAndForgetsIt(float evil) {
        network.step(1);
        byte[] before = network.memory.digest();
        network.matrix.gradient().values()[ROWS * COLUMNS - 1] = evil;

        assertThat(network.step(2)).isFalse();
        assertThat(network.memory.digest()).isEqualTo(before);
        assertThat(network.adam.refused()).isEqualTo(1);
        assertThat(network.step(3)).isTrue();
        assertThat(network.matrix.values().values()).doesNotContain(Float.NaN);
    }

    @Test
    void goesOnAfterARestoreAsIfNothingHadHappened() {
        for (int step = 0; step < 10; step++) {
            network.step(step);
        }
        Network restored = network.restored();
        assertThat(restored.memory.digest()).isEqualTo(network.memory.digest());
        for (int step = 10; step < 20; step++) {
            network.step(step);
            restored.step(step);
        }

        assertThat(restored.memory.digest()).isEqualTo(network.memory.digest());
        assertThat(restored.matrix.values().values())
                .isEqualTo(network.matrix.values().values());
    }

    @Test
    void correctsTheBiasForeverNearOne() {
        for (int step = 0; step < 200_000; step++) {
            network.bias.gradient().values()[0] = step % 2 == 0 ? 1 : -1;
            network.adam.step();
        }
        float before = network.bias.values().values()[0];
        network.bias.gradient().values()[0] = 1;
        network.adam.step();

        assertThat(network.bias.values().values()[0]).isCloseTo(before, within((float) RATE));
    }

    @Test
    void settingsSayWhatIsWrong() {
        assertThatThrownBy(() -> AdamSettings.atRate(0)).hasMessage("rate is 0.0, must be above 0");
        assertThatThrownBy(() -> new AdamSettings(1, 1, 0.9, 1))
                .hasMessage("beta1 is 1.0, must be at least 0 and below 1");
        assertThatThrownBy(() -> new AdamSettings(1, 0.9, -1, 1))
                .hasMessage("beta2 is -1.0, must be at least 0 and below 1");
        assertThatThrownBy(() -> new AdamSettings(1, 0.9, 0.9, 0)).hasMessage("epsilon is 0.0, must be above 0");
    }
}

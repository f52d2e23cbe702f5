package akin.models.layers;

import static akin.models.layers.Gradients.copy;
import static akin.models.layers.Gradients.product;
import static akin.models.layers.Gradients.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import akin.models.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormTest {
    private static final int ROWS = 9;
    private static final int WIDTH = 4;

    private final Memory memory = new Memory();
    private final Parameters parameters = new Parameters(memory, "network", 1);
    private final BatchNorm norm = new BatchNorm(parameters, "norm", WIDTH);
    private final Matrix input = random(ROWS, WIDTH, 2);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gradientsAreThoseOfFiniteDifferences(boolean isLearning) {
        Parameter gains = parameters.get(0);
        Parameter biases = parameters.get(1);
        for (int i = 0; i < WIDTH; i++) {
            gains.values().values()[i] = 0.5f + i;
        }
        norm.start();
        norm.forward(random(ROWS, WIDTH, 4));
        if (!isLearning) {
            norm.stop();
        }
        Matrix direction = random(ROWS, WIDTH, 3);
        norm.forward(input);

        Matrix ofInput = copy(norm.backward(direction));

        Gradients.check("input", input, ofInput, () -> product(norm.forward(input), direction));
        Gradients.check("gains", gains.values(), gains.gradient(), () -> product(norm.forward(input), direction));
        Gradients.check("biases", biases.values(), biases.gradient(), () -> product(norm.forward(input), direction));
    }

    @Test
    void aBatchThatIsLearnedHasMeanZeroAndVarianceOne() {
        norm.start();
        Matrix output = norm.forward(input);

        for (int i = 0; i < WIDTH; i++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < ROWS; row++) {
                double y = output.values()[output.offset(row) + i];
                sum += y;
                squares += y * y;
            }
            assertThat(sum).isCloseTo(0, within(1e-5));
            assertThat(squares / ROWS).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void inUseARowKnowsNothingOfTheOthersAndStatisticsAreThoseLearned() {
        norm.start();
        for (int batch = 0; batch < 200; batch++) {
            norm.forward(input);
        }
        Matrix learned = copy(norm.forward(input));
        norm.stop();
        Matrix inUse = copy(norm.forward(input));
        Matrix alone = new Matrix();
        alone.resize(1, WIDTH);
        System.arraycopy(input.values(), input.offset(5), alone.values(), 0, WIDTH);

        // The running variance is of the population, the batch's own of the sample.
        double ratio = Math.sqrt((ROWS - 1.0) / ROWS);
        assertThat(inUse.values()[7]).isCloseTo((float) (learned.values()[7] * ratio), within(1e-3f));
        float[] row = java.util.Arrays.copyOf(norm.forward(alone).values(), WIDTH);
        assertThat(row)
                .isEqualTo(java.util.Arrays.copyOfRange(inUse.values(), inUse.offset(5), inUse.offset(5) + WIDTH));
    }

    @Test
    void runningStatisticsPersistWithTheParameters() {
        Adam adam = new Adam(memory, parameters, AdamSettings.atRate(0.01));
        norm.start();
        norm.forward(input);
        adam.step();
        float mean = parameters.get(2).values().values()[1];
        parameters.get(2).values().values()[1] = 99;

        parameters.loaded();

        assertThat(parameters.get(2).values().values()[1]).isEqualTo(mean).isNotZero();
    }

    @Test
    void aBatchOfOneRowIsRefused() {
        norm.start();
        assertThatThrownBy(() -> norm.forward(random(1, WIDTH, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch of 1 rows has no variance, 2 are needed");
    }
}

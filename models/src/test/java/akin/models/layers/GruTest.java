package akin.models.layers;

import static akin.models.layers.Gradients.copy;
import static akin.models.layers.Gradients.product;
import static akin.models.layers.Gradients.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class GruTest {
    private static final int INPUTS = 3;
    private static final int WIDTH = 4;

    private final Parameters parameters = Gradients.parameters();
    private final Gru gru = new Gru(parameters, "gru", INPUTS, WIDTH);
    private final Segments segments = segments(2, 5, 1, 4);
    private final Matrix input = random(12, INPUTS, 1);

    GruTest() {
        Gradients.scatter(parameters, 2);
    }

    private static Segments segments(int... lengths) {
        Segments segments = new Segments();
        Arrays.stream(lengths).forEach(segments::add);
        return segments;
    }

    @Test
    void followsTheEquations() {
        double[] state = new double[WIDTH];
        Matrix states = gru.forward(input, segments);

        for (int row = 2; row < 7; row++) {
            state = step(row, state);
            for (int i = 0; i < WIDTH; i++) {
                assertThat((double) states.values()[states.offset(row) + i]).isCloseTo(state[i], within(1e-5));
            }
        }
    }

    private double[] step(int row, double[] h) {
        double[] next = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            double z = 1 / (1 + Math.exp(-x(row, i) - u(h, i)));
            double r = 1 / (1 + Math.exp(-x(row, WIDTH + i) - u(h, WIDTH + i)));
            double bias = parameter("gru.recurrent.bias").values()[i];
            double n = Math.tanh(x(row, 2 * WIDTH + i) + r * (u(h, 2 * WIDTH + i) + bias));
            next[i] = (1 - z) * n + z * h[i];
        }
        return next;
    }

    private double x(int row, int column) {
        double sum = parameter("gru.input.bias").values()[column];
        for (int i = 0; i < INPUTS; i++) {
            sum += input.values()[input.offset(row) + i]
                    * parameter("gru.input.weights").values()[i * 3 * WIDTH + column];
        }
        return sum;
    }

    private double u(double[] h, int column) {
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            sum += h[i] * parameter("gru.recurrent.weights").values()[i * 3 * WIDTH + column];
        }
        return sum;
    }

    private Matrix parameter(String name) {
        for (int n = 0; n < parameters.size(); n++) {
            if (parameters.get(n).name().equals(name)) {
                return parameters.get(n).values();
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        Matrix direction = random(12, WIDTH, 3);
        DoubleSupplier loss = () -> product(gru.forward(input, segments), direction);
        loss.getAsDouble();

        Matrix ofInput = copy(gru.backward(direction));

        Gradients.check("input", input, ofInput, loss);
        Gradients.checkParameters(parameters, loss);
    }

    @Test
    void segmentsKnowNothingOfEachOther() {
        float[] together = gru.forward(input, segments).values().clone();
        Matrix alone = new Matrix();
        alone.resize(5, INPUTS);
        System.arraycopy(input.values(), input.offset(2), alone.values(), 0, 5 * INPUTS);

        float[] states = gru.forward(alone, segments(5)).values();

        assertThat(Arrays.copyOf(states, 5 * WIDTH)).isEqualTo(Arrays.copyOfRange(together, 2 * WIDTH, 7 * WIDTH));
    }

    @Test
    void segmentsHaveRows() {
        assertThatThrownBy(() -> segments(1, 0)).hasMessage("a segment has 0 rows, must have 1 at least");
    }
}

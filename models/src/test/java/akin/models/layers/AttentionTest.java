package akin.models.layers;

import static akin.models.layers.Gradients.check;
import static akin.models.layers.Gradients.product;
import static akin.models.layers.Gradients.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final int WIDTH = 5;
    private static final int VALUES = 4;

    private final Parameters parameters = Gradients.parameters();
    private final Attention attention = new Attention(parameters, "attention", WIDTH);
    private final Segments segments = new Segments();
    private final Matrix keys = random(6, WIDTH, 1);
    private final Matrix queries = random(3, WIDTH, 2);
    private final Matrix values = random(6, VALUES, 3);

    AttentionTest() {
        segments.add(1);
        segments.add(3);
        segments.add(2);
    }

    @Test
    void sumsValuesByAttention() {
        float[] v = parameters.get(0).values().values();
        Matrix output = attention.forward(keys, queries, values, segments);

        for (int column = 0; column < VALUES; column++) {
            double expected = 0;
            for (int row = 1; row < 4; row++) {
                double weight = 0;
                for (int i = 0; i < WIDTH; i++) {
                    double x = keys.values()[keys.offset(row) + i] + queries.values()[queries.offset(1) + i];
                    weight += v[i] / (1 + Math.exp(-x));
                }
                expected += weight * values.values()[values.offset(row) + column];
            }
            assertThat((double) output.values()[output.offset(1) + column]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        Matrix direction = random(3, VALUES, 4);
        DoubleSupplier loss = () -> product(attention.forward(keys, queries, values, segments), direction);
        loss.getAsDouble();

        attention.backward(direction);

        check("keys", keys, attention.keyGradient(), loss);
        check("queries", queries, attention.queryGradient(), loss);
        check("values", values, attention.valueGradient(), loss);
        Gradients.checkParameters(parameters, loss);
    }
}

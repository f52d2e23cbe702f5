package akin.models.layers;

import static akin.models.layers.Gradients.checkParameters;
import static akin.models.layers.Gradients.copy;
import static akin.models.layers.Gradients.product;
import static akin.models.layers.Gradients.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import akin.models.random.Hash;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayersTest {
    private static final int ROWS = 5;
    private static final int INPUTS = 7;

    private final Parameters parameters = Gradients.parameters();

    private static final Map<String, Function<Parameters, Layer>> LAYERS = Map.of(
            "linear", parameters -> new Linear(parameters, "linear", INPUTS, 3),
            "tanh", parameters -> Activation.tanh(),
            "relu", parameters -> Activation.relu(),
            "sigmoid", parameters -> Activation.sigmoid(),
            "layer norm", parameters -> new LayerNorm(parameters, "norm", INPUTS),
            "dropout", parameters -> started(new Dropout("dropout", 0.4f, 1)),
            "several", LayersTest::several);

    private static Layer started(Dropout dropout) {
        dropout.start(3);
        return dropout;
    }

    private static Layer several(Parameters parameters) {
        return new Sequential(
                new Linear(parameters, "hidden", INPUTS, 6),
                Activation.tanh(),
                new LayerNorm(parameters, "norm", 6),
                new Linear(parameters, "output", 6, 2));
    }

    static Stream<String> layers() {
        return LAYERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAreThoseOfFiniteDifferences(String name) {
        Layer layer = LAYERS.get(name).apply(parameters);
        Gradients.scatter(parameters, 1);
        Matrix input = random(ROWS, INPUTS, 2);
        Matrix direction = random(ROWS, layer.forward(input).columns(), 3);

        Matrix ofInput = copy(layer.backward(direction));

        Gradients.check("input", input, ofInput, () -> product(layer.forward(input), direction));
        checkParameters(parameters, () -> product(layer.forward(input), direction));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void rowsKnowNothingOfEachOther(String name) {
        if (name.equals("dropout")) {
            return;
        }
        Layer layer = LAYERS.get(name).apply(parameters);
        Matrix input = random(ROWS, INPUTS, 2);
        Matrix together = copy(layer.forward(input));
        Matrix alone = new Matrix();
        alone.resize(1, INPUTS);
        System.arraycopy(input.values(), input.offset(3), alone.values(), 0, INPUTS);

        Matrix output = layer.forward(alone);

        assertThat(Arrays.copyOf(output.values(), output.columns()))
                .isEqualTo(Arrays.copyOfRange(together.values(), together.offset(3), together.offset(4)));
    }

    @Test
    void gradientsOfBatchesAddUp() {
        Linear linear = new Linear(parameters, "linear", INPUTS, 3);
        Matrix input = random(ROWS, INPUTS, 2);
        Matrix direction = random(ROWS, 3, 3);
        linear.forward(input);
        linear.backward(direction);
        float once = parameters.get(0).gradient().values()[4];
        linear.backward(direction);

        assertThat(parameters.get(0).gradient().values()[4]).isCloseTo(2 * once, within(1e-5f));
    }

    @Test
    void layerNormHasMeanZeroAndVarianceOne() {
        Matrix output = new LayerNorm(parameters, "norm", INPUTS).forward(random(ROWS, INPUTS, 2));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < INPUTS; i++) {
            sum += output.values()[i];
            squares += output.values()[i] * output.values()[i];
        }

        assertThat(sum / INPUTS).isCloseTo(0, within(1e-6));
        assertThat(squares / INPUTS).isCloseTo(1, within(1e-3));
    }

    @Test
    void layerNormOfEqualNumbersIsItsBias() {
        Matrix input = new Matrix();
        input.zero(1, INPUTS);
        Arrays.fill(input.values(), 1e6f);

        assertThat(new LayerNorm(parameters, "norm", INPUTS).forward(input).values())
                .containsOnly(0);
    }

    @Test
    void dropoutKeepsTheMeanAndIsAFunctionOfTheBatch() {
        Dropout dropout = new Dropout("dropout", 0.25f, 1);
        Matrix ones = new Matrix();
        ones.zero(100, 100);
        Arrays.fill(ones.values(), 1);

        assertThat(dropout.forward(ones)).isSameAs(ones);
        dropout.start(7);
        float[] seventh = dropout.forward(ones).values().clone();
        dropout.start(8);
        float[] eighth = dropout.forward(ones).values().clone();
        dropout.start(7);

        assertThat(dropout.forward(ones).values()).isEqualTo(seventh).isNotEqualTo(eighth);
        for (int i = 0; i < seventh.length; i++) {
            boolean isDropped = Hash.unit(Hash.of(Hash.seed(1, "dropout"), 7, i)) < 0.25f;
            assertThat(seventh[i]).isEqualTo(isDropped ? 0 : 1 / 0.75f);
        }
        double kept = 0;
        for (float x : seventh) {
            kept += x;
        }
        assertThat(kept / 10_000).isCloseTo(1, within(0.02));
        dropout.stop();
        assertThat(dropout.forward(ones)).isSameAs(ones);
        assertThatThrownBy(() -> new Dropout("dropout", 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share is 1.0, must be at least 0 and below 1");
    }
}

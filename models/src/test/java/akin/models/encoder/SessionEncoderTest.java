package akin.models.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Matrix;
import akin.models.layers.Gradients;
import akin.models.layers.Parameters;
import akin.models.layers.Segments;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionEncoderTest {
    private static final int DIMENSIONS = 5;

    private final Parameters parameters = Gradients.parameters();

    private SessionEncoder encoder(String name) {
        SessionEncoder encoder = name.equals("stamp")
                ? new Stamp(parameters, name, DIMENSIONS)
                : new Narm(parameters, name, DIMENSIONS, 4);
        Gradients.scatter(parameters, 1);
        return encoder;
    }

    private static Segments sessions(int... lengths) {
        Segments sessions = new Segments();
        Arrays.stream(lengths).forEach(sessions::add);
        return sessions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp", "narm"})
    void gradientsAreThoseOfFiniteDifferences(String name) {
        SessionEncoder encoder = encoder(name);
        Segments sessions = sessions(1, 4, 2, 3);
        Matrix items = Gradients.random(10, DIMENSIONS, 2);
        Matrix direction = Gradients.random(4, DIMENSIONS, 3);
        DoubleSupplier loss = () -> Gradients.product(encoder.forward(items, sessions), direction);
        loss.getAsDouble();

        Matrix ofItems = Gradients.copy(encoder.backward(direction));

        Gradients.check("items", items, ofItems, loss);
        Gradients.checkParameters(parameters, loss);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp", "narm"})
    void sessionsKnowNothingOfEachOther(String name) {
        SessionEncoder encoder = encoder(name);
        Matrix items = Gradients.random(207, DIMENSIONS, 2);
        Matrix alone = new Matrix();
        alone.resize(200, DIMENSIONS);
        System.arraycopy(items.values(), items.offset(3), alone.values(), 0, 200 * DIMENSIONS);
        float[] together = encoder.forward(items, sessions(3, 200, 4)).values().clone();

        float[] encoded = encoder.forward(alone, sessions(200)).values();

        assertThat(Arrays.copyOf(encoded, DIMENSIONS))
                .isEqualTo(Arrays.copyOfRange(together, DIMENSIONS, 2 * DIMENSIONS));
    }
}

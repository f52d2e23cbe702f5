package akin.similar.siamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import akin.models.layers.Gradients;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.similar.compound.Block;
import akin.similar.compound.Layout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiameseNetTest {
    private static final Layout LAYOUT = new Layout(List.of(
            new Block("title", "words", 0, 3), new Block("title", "codes", 3, 4), new Block("price", "", 7, 2)));
    private static final SiameseSettings SETTINGS =
            new SiameseSettings(List.of(5, 4), PairLoss.LOGISTIC, 5, 5, 8, 0.001, 0.01, 0, 1);

    private final Memory memory = new Memory();
    private final Parameters worth = SiameseNet.worthParameters(memory, SETTINGS);
    private final Parameters tower = SiameseNet.towerParameters(memory, SETTINGS);
    private final SiameseNet net = new SiameseNet(worth, tower, LAYOUT, SETTINGS);

    /** Rows that lack something here and there. */
    private static Matrix rows(int rows) {
        Matrix matrix = Gradients.random(rows, LAYOUT.width(), 3);
        Arrays.fill(matrix.values(), 3, 7, 0);
        Arrays.fill(matrix.values(), 16, 18, 0);
        return matrix;
    }

    @Test
    void gradientsOfWorthAreThoseOfFiniteDifferences() {
        Parameters parameters = Gradients.parameters();
        Worth layer = new Worth(parameters, LAYOUT, 3);
        Gradients.scatter(parameters, 1);
        Matrix input = rows(6);
        Matrix direction = Gradients.random(6, layer.outputs(), 4);
        layer.forward(input);
        layer.differentiate(direction);

        Gradients.checkParameters(parameters, () -> Gradients.product(layer.forward(input), direction));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gradientsOfTheTowerAreThoseOfFiniteDifferences(boolean isLearning) {
        Matrix input = Gradients.random(6, LAYOUT.width(), 3);
        Matrix direction = Gradients.random(6, net.width(), 4);
        net.start(1);
        net.forward(input);
        if (!isLearning) {
            net.stop();
        }
        net.forward(input);
        net.differentiate(direction);

        Gradients.checkParameter(worth, "share", () -> Gradients.product(net.forward(input), direction));
        for (String name : List.of("layer.1.weights", "norm.1.gains", "layer.2.weights", "norm.2.biases")) {
            Gradients.checkParameter(tower, name, () -> Gradients.product(net.forward(input), direction));
        }
    }

    @ParameterizedTest
    @EnumSource(PairLoss.class)
    void derivativesOfLossesAreThoseOfFiniteDifferences(PairLoss loss) {
        double step = 1e-3;
        for (double squared : new double[] {0.2, 0.7, 2, 9}) {
            for (boolean isSimilar : new boolean[] {true, false}) {
                double bySquared = (loss.loss(squared + step, 3, isSimilar) - loss.loss(squared - step, 3, isSimilar))
                        / (2 * step);
                double byMargin = (loss.loss(squared, 3 + step, isSimilar) - loss.loss(squared, 3 - step, isSimilar))
                        / (2 * step);

                assertThat(loss.derivative(squared, 3, isSimilar)).isCloseTo(bySquared, within(1e-3));
                assertThat(loss.byMargin(squared, 3, isSimilar)).isCloseTo(byMargin, within(1e-3));
            }
        }
    }

    @Test
    void embeddingsAreThoseOfEachProductAlone() {
        Matrix input = rows(300);
        net.start(1);
        net.forward(input);
        Matrix all = net.embed(input);
        Matrix alone = new Matrix();
        alone.resize(1, input.columns());
        System.arraycopy(input.values(), input.offset(277), alone.values(), 0, input.columns());

        float[] embedded = Arrays.copyOf(net.embed(alone).values(), net.width());

        assertThat(embedded).isEqualTo(Arrays.copyOfRange(all.values(), all.offset(277), all.offset(278)));
    }

    @Test
    void aDistanceIsASumOverTheBlocks() {
        Matrix input = Gradients.random(2, LAYOUT.width(), 3);
        SiameseSettings flat = SETTINGS.withLayers(List.of());
        Memory other = new Memory();
        SiameseNet weights = new SiameseNet(
                SiameseNet.worthParameters(other, flat), SiameseNet.towerParameters(other, flat), LAYOUT, flat);
        Matrix embedded = weights.embed(input);

        double sum = 0;
        for (int b = 0; b < LAYOUT.blocks().size(); b++) {
            Block block = LAYOUT.blocks().get(b);
            sum += weights.worth(b)
                    * Training.squaredDistance(
                            input.values(),
                            block.offset(),
                            input.values(),
                            input.offset(1) + block.offset(),
                            block.width());
        }
        assertThat(Training.squaredDistance(
                        embedded.values(), 0, embedded.values(), embedded.offset(1), weights.width()))
                .isCloseTo(sum, within(1e-4 * sum));
    }
}

package akin.similar.siamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import akin.models.layers.Gradients;
import akin.similar.pairs.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairCostsTest {
    private static final double MARGIN = 3;
    private static final double WEIGHT = 0.7;
    private static final List<Pair> PAIRS =
            List.of(new Pair(0, 1, true), new Pair(0, 2, false), new Pair(3, 4, true), new Pair(5, 4, false));

    private static double cost(PairLoss loss, double margin, Matrix embedded) {
        return new PairCosts(loss, margin, by -> {}).of(PAIRS, embedded, WEIGHT, new Matrix());
    }

    @ParameterizedTest
    @EnumSource(PairLoss.class)
    void gradientsAreThoseOfFiniteDifferences(PairLoss loss) {
        Matrix embedded = Gradients.random(2 * PAIRS.size(), 3, 5);
        Matrix gradient = new Matrix();
        double[] byMargin = new double[1];
        new PairCosts(loss, MARGIN, by -> byMargin[0] += by).of(PAIRS, embedded, WEIGHT, gradient);

        float step = 1e-2f;
        for (int i = 0; i < embedded.rows() * embedded.columns(); i++) {
            float value = embedded.values()[i];
            embedded.values()[i] = value + step;
            double above = cost(loss, MARGIN, embedded);
            embedded.values()[i] = value - step;
            double below = cost(loss, MARGIN, embedded);
            embedded.values()[i] = value;

            assertThat((double) gradient.values()[i]).isCloseTo((above - below) / (2 * step), within(2e-3));
        }
        assertThat(byMargin[0])
                .isCloseTo(
                        (cost(loss, MARGIN + step, embedded) - cost(loss, MARGIN - step, embedded)) / (2 * step),
                        within(2e-3));
    }

    @Test
    void aTripletCostsByHowMuchNearerTheSimilarProductIs() {
        Matrix embedded = new Matrix();
        embedded.zero(4, 1);
        List<Pair> triplet = PAIRS.subList(0, 2);
        PairCosts costs = new PairCosts(PairLoss.TRIPLET, MARGIN, by -> {});

        assertThat(costs.of(triplet, embedded, 1, new Matrix())).isCloseTo(Math.log(2), within(1e-6));
        embedded.values()[3] = 2;
        assertThat(costs.of(triplet, embedded, 1, new Matrix())).isCloseTo(Math.log1p(Math.exp(-4)), within(1e-6));
    }
}

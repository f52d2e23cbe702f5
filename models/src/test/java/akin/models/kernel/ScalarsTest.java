package akin.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScalarsTest {
    private static final int TRIES = 1_000_000;

    private final Random random = new Random(1);

    @Test
    void expIsCloseToTheStrictOne() {
        double worst = 0;
        for (int i = 0; i < TRIES; i++) {
            double x = i % 2 == 0 ? random.nextDouble() * 1416.6 - 707 : random.nextGaussian();
            double expected = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Scalars.exp(x) - expected) / expected);
        }

        assertThat(worst).isLessThan(1e-14);
    }

    @Test
    void expKnowsItsEnds() {
        assertThat(Scalars.exp(0)).isEqualTo(1);
        assertThat(Scalars.exp(-0.0)).isEqualTo(1);
        assertThat(Scalars.exp(709.7)).isCloseTo(StrictMath.exp(709.7), within(1e294));
        assertThat(Scalars.exp(-707)).isCloseTo(StrictMath.exp(-707), within(1e-321));
        assertThat(Scalars.exp(709.71)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scalars.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Scalars.exp(-707.1)).isZero();
        assertThat(Scalars.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Scalars.exp(Double.NaN)).isNaN();
    }

    @Test
    void sigmoidAndSoftplusAreOffByOneUlpAtMost() {
        for (int i = 0; i < TRIES; i++) {
            float x = i % 2 == 0 ? random.nextFloat() * 200 - 100 : (float) random.nextGaussian();
            float sigmoid = (float) (1 / (1 + StrictMath.exp(-x)));
            float softplus = (float) (Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
            if (Math.abs(Scalars.sigmoid(x) - sigmoid) > Math.ulp(sigmoid)
                    || Math.abs(Scalars.softplus(x) - softplus) > Math.ulp(softplus)) {
                assertThat(Scalars.sigmoid(x)).as("sigmoid(%s)", x).isEqualTo(sigmoid);
                assertThat(Scalars.softplus(x)).as("softplus(%s)", x).isEqualTo(softplus);
            }
        }
    }

    @Test
    void sigmoidStaysBetweenZeroAndOne() {
        assertThat(Scalars.sigmoid(0)).isEqualTo(0.5f);
        assertThat(Scalars.sigmoid(Float.MAX_VALUE)).isEqualTo(1);
        assertThat(Scalars.sigmoid(-Float.MAX_VALUE)).isZero();
        assertThat(Scalars.sigmoid(Float.NaN)).isNaN();
        assertThat(Scalars.softplus(1000)).isEqualTo(1000);
        assertThat(Scalars.softplus(-1000)).isZero();
        for (float x = -120; x < 120; x += 0.01f) {
            assertThat(Scalars.sigmoid(x)).isBetween(0f, 1f).isLessThanOrEqualTo(Scalars.sigmoid(x + 0.01f));
        }
    }

    @Test
    void tanhIsOffByOneUlpAtMost() {
        for (int i = 0; i < TRIES; i++) {
            float scale = (float) StrictMath.pow(10, -(i % 12));
            float x = scale * (random.nextFloat() * 40 - 20);
            float tanh = (float) StrictMath.tanh(x);
            if (Math.abs(Scalars.tanh(x) - tanh) > Math.ulp(tanh)) {
                assertThat(Scalars.tanh(x)).as("tanh(%s)", x).isEqualTo(tanh);
            }
        }
        assertThat(Scalars.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Scalars.tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Scalars.tanh(Float.NaN)).isNaN();
    }

    @Test
    void logIsCloseToTheStrictOne() {
        for (int i = 0; i < TRIES; i++) {
            float x = (float) Scalars.exp(80 * random.nextDouble() - 40);
            double exact = StrictMath.log(x);
            if (Math.abs(Scalars.log(x) - exact) > 1e-6 * Math.abs(exact)) {
                assertThat((double) Scalars.log(x)).as("log(%s)", x).isEqualTo(exact);
            }
        }
        assertThat(Scalars.log(1)).isZero();
        assertThat(Scalars.log(2)).isEqualTo((float) StrictMath.log(2));
    }

    @Test
    void manySigmoidsAreLikeOneAtATime() {
        float[] x = {-90, -3, -0.5f, 0, 0.5f, 3, 90, Float.NaN};
        float[] sigmoids = new float[8];
        double[] sums = new double[8];
        Scalars.sigmoids(x, 8, sigmoids, sums);

        for (int i = 0; i < 7; i++) {
            assertThat(sigmoids[i]).isCloseTo(Scalars.sigmoid(x[i]), within(0x1p-23f));
            assertThat(Math.log(sums[i])).isCloseTo(Scalars.softplus(-Math.abs(x[i])), within(1e-7));
        }
        assertThat(sigmoids[7]).isNaN();
    }
}

package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
    /** The losses as the papers write them, in doubles; good for moderate logits. */
    static double naive(Loss loss, double[] logits) {
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            sum += switch (loss) {
                case SOFTMAX -> Math.exp(logits[k]);
                case BINARY -> k == 0 ? Math.log(1 + Math.exp(-logits[0])) : Math.log(1 + Math.exp(logits[k]));
                case PAIRWISE -> k == 0 ? 0 : Math.log(1 + Math.exp(logits[k] - logits[0]));
            };
        }
        return loss == Loss.SOFTMAX ? Math.log(sum) - logits[0] : sum;
    }

    private static float[] logits(long seed, int n, boolean takesOut) {
        Random random = new Random(seed);
        float[] logits = new float[n];
        for (int k = 0; k < n; k++) {
            boolean isOut = takesOut && k > 0 && random.nextInt(4) == 0;
            logits[k] = isOut ? Float.NEGATIVE_INFINITY : (float) random.nextGaussian() * 3;
        }
        return logits;
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        Arrays.setAll(doubles, i -> numbers[i]);
        return doubles;
    }

    private static double central(Loss loss, float[] logits, int k) {
        double step = 1e-5;
        double[] above = doubles(logits);
        double[] below = doubles(logits);
        above[k] += step;
        below[k] -= step;
        return (naive(loss, above) - naive(loss, below)) / (2 * step);
    }

    @Property(tries = 300, seed = "1")
    void derivativesEqualFiniteDifferences(
            @ForAll Loss loss,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 65) int n,
            @ForAll boolean takesOut) {
        float[] logits = logits(seed, n, takesOut);
        float[] derivatives = logits.clone();
        double value = loss.differentiate(derivatives, n);

        assertThat(value).isCloseTo(naive(loss, doubles(logits)), within(1e-5 * (1 + value)));
        for (int k = 0; k < n; k++) {
            if (logits[k] == Float.NEGATIVE_INFINITY) {
                assertThat(derivatives[k]).isZero();
            } else {
                assertThat((double) derivatives[k]).isCloseTo(central(loss, logits, k), within(1e-5 * n));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenOutMakesNoDifference(Loss loss) {
        float[] with = {0.5f, Float.NEGATIVE_INFINITY, -1, Float.NEGATIVE_INFINITY, 2};
        float[] without = {0.5f, -1, 2};

        assertThat(loss.differentiate(with, 5)).isEqualTo(loss.differentiate(without, 3));
        assertThat(with).containsExactly(without[0], 0, without[1], 0, without[2]);
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatLiesBehindAlone(Loss loss) {
        float[] logits = {1, 2, 77};
        loss.differentiate(logits, 2);

        assertThat(logits[2]).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 1000})
    void softmaxOfEqualLogitsIsLogN(int n) {
        float[] logits = new float[n];
        Arrays.fill(logits, -7.25f);

        assertThat(Loss.SOFTMAX.differentiate(logits, n)).isCloseTo(Math.log(n), within(1e-12));
        assertThat(logits[0]).isCloseTo(1f / n - 1, within(1e-6f));
        for (int k = 1; k < n; k++) {
            assertThat(logits[k]).isCloseTo(1f / n, within(1e-7f));
        }
    }

    @Test
    void closedFormsAtZero() {
        float[] binary = new float[4];
        float[] pairwise = new float[4];

        assertThat(Loss.BINARY.differentiate(binary, 4)).isCloseTo(4 * Math.log(2), within(1e-6));
        assertThat(binary).containsExactly(-0.5f, 0.5f, 0.5f, 0.5f);
        assertThat(Loss.PAIRWISE.differentiate(pairwise, 4)).isCloseTo(3 * Math.log(2), within(1e-6));
        assertThat(pairwise).containsExactly(-1.5f, 0.5f, 0.5f, 0.5f);
    }

    @ParameterizedTest
    @EnumSource
    void farLogitsDoNotOverflow(Loss loss) {
        float[] right = {1e6f, -1e6f, 1e4f};
        float[] wrong = {-1e6f, 1e6f, Float.NEGATIVE_INFINITY};
        double small = loss.differentiate(right.clone(), 2);
        double large = loss.differentiate(wrong, 3);

        assertThat(small).isZero();
        assertThat(large).isEqualTo(2e6);
        assertThat(wrong).containsExactly(-1, 1, 0);
        assertThat(loss.differentiate(right, 3)).isFinite();
        for (float derivative : right) {
            assertThat(derivative).isFinite();
        }
    }
}

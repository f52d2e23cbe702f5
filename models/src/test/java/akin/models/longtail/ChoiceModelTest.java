package akin.models.longtail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.random.Hash;
import org.junit.jupiter.api.Test;

class ChoiceModelTest {
    private static final int SIGNALS = 3;
    private static final int ALTERNATIVES = 20;

    /** The gradient of the penalized likelihood, by itself, vanishes at the fit. */
    @Test
    void fitIsWhereTheGradientVanishes() {
        float[][] choices = choices(400, 2, -1, 0);
        double[] w = new ChoiceModel(SIGNALS, 1e-6).fit(choices);

        double[] gradient = new double[SIGNALS];
        for (float[] choice : choices) {
            double sum = 0;
            double[] mean = new double[SIGNALS];
            for (int k = 0; k < ALTERNATIVES; k++) {
                double p = Math.exp(score(choice, k, w));
                sum += p;
                for (int i = 0; i < SIGNALS; i++) {
                    mean[i] += p * choice[k * SIGNALS + i];
                }
            }
            for (int i = 0; i < SIGNALS; i++) {
                gradient[i] += choice[i] - mean[i] / sum;
            }
        }
        assertThat(gradient).containsExactly(new double[SIGNALS], within(0.5));
    }

    @Test
    void weightsAreThoseThatMadeTheChoices() {
        double[] w = new ChoiceModel(SIGNALS, 1).fit(choices(4000, 2, -1, 0));

        assertThat(w[0]).isCloseTo(2, within(0.25));
        assertThat(w[1]).isCloseTo(-1, within(0.25));
        assertThat(w[2]).isCloseTo(0, within(0.25));
    }

    @Test
    void signalThatIsTheSameEverywhereHasNoWeight() {
        float[][] choices = choices(100, 1, 1, 0);
        for (float[] choice : choices) {
            for (int k = 0; k < ALTERNATIVES; k++) {
                choice[k * SIGNALS + 2] = 0.7f;
            }
        }
        assertThat(new ChoiceModel(SIGNALS, 1).fit(choices)[2]).isZero();
    }

    @Test
    void nothingToLearnFromGivesNoWeights() {
        assertThat(new ChoiceModel(2, 1).fit(new float[0][])).containsOnly(0);
    }

    /** Draws what is chosen by the probabilities of the weights. */
    private static float[][] choices(int n, double... weights) {
        float[][] choices = new float[n][];
        for (int choice = 0; choice < n; choice++) {
            float[] x = new float[ALTERNATIVES * SIGNALS];
            for (int i = 0; i < x.length; i++) {
                x[i] = Hash.symmetric(Hash.of(1, choice, i));
            }
            int chosen = draw(x, weights, Hash.unit(Hash.of(2, choice, 0)));
            for (int i = 0; i < SIGNALS; i++) {
                float swapped = x[i];
                x[i] = x[chosen * SIGNALS + i];
                x[chosen * SIGNALS + i] = swapped;
            }
            choices[choice] = x;
        }
        return choices;
    }

    private static int draw(float[] x, double[] weights, float at) {
        double sum = 0;
        for (int k = 0; k < ALTERNATIVES; k++) {
            sum += Math.exp(score(x, k, weights));
        }
        double left = at * sum;
        for (int k = 0; k < ALTERNATIVES; k++) {
            left -= Math.exp(score(x, k, weights));
            if (left < 0) {
                return k;
            }
        }
        return ALTERNATIVES - 1;
    }

    private static double score(float[] x, int k, double[] weights) {
        double score = 0;
        for (int i = 0; i < SIGNALS; i++) {
            score += weights[i] * x[k * SIGNALS + i];
        }
        return score;
    }
}

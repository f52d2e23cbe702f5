package akin.models.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import akin.models.layers.Adam;
import akin.models.layers.AdamSettings;
import akin.models.layers.Gradients;
import akin.models.layers.Parameters;
import akin.models.layers.Softmax;
import akin.models.memory.Memory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankPreferenceNetworkTest {
    private static final int DIMENSIONS = 5;
    private static final int CANDIDATES = 20;

    private final Memory memory = new Memory();
    private final Parameters parameters = new Parameters(memory, "cre-test", 1);
    private final SessionChoices choices = new SessionChoices(DIMENSIONS);

    private RankPreferenceNetwork network(boolean ranks, boolean scores) {
        return new RankPreferenceNetwork(parameters, DIMENSIONS, CANDIDATES, 4, ranks, scores);
    }

    private static float[] vector(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /** Sessions of random items with random candidates. */
    private void fill(Random random, int... targets) {
        choices.clear(targets.length * 4, targets.length * CANDIDATES);
        for (int target : targets) {
            for (int item = random.nextInt(4); item >= 0; item--) {
                choices.addItem(vector(random), 0);
            }
            for (int rank = 0; rank < CANDIDATES; rank++) {
                choices.addCandidate(rank, vector(random), 0, vector(random), 0);
            }
            choices.end(target);
        }
    }

    private double loss(RankPreferenceNetwork network) {
        Matrix scores = Gradients.copy(network.score(choices));
        double loss = 0;
        for (int session = 0; session < choices.size(); session++) {
            loss += Softmax.crossEntropy(
                    scores.values(), choices.pools().start(session), CANDIDATES, choices.target(session));
        }
        return loss / choices.size();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void gradientsAreThoseOfFiniteDifferences(int sessions) {
        RankPreferenceNetwork network = network(true, true);
        Gradients.scatter(parameters, 4);
        fill(new Random(3), new Random(2).ints(sessions, 0, CANDIDATES).toArray());
        network.score(choices);
        double loss = network.differentiate();

        assertThat(loss).isCloseTo(loss(network), within(1e-6));
        Gradients.checkParameters(parameters, () -> loss(network));
    }

    /** What shoppers choose depends on the generator's rank, not on who they are: its order comes back. */
    @Test
    void givesBackTheOrderOfTheGeneratorWhereSessionsTellNothing() {
        RankPreferenceNetwork network = network(true, false);
        Adam adam = new Adam(memory, parameters, AdamSettings.atRate(0.003));
        Random random = new Random(3);
        for (int step = 0; step < 2500; step++) {
            int[] targets = new int[8];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = (int) (8 * random.nextDouble() * random.nextDouble() * random.nextDouble());
            }
            fill(random, targets);
            network.score(choices);
            network.differentiate();
            adam.step();
        }
        double[] mean = new double[CANDIDATES];
        for (int session = 0; session < 500; session++) {
            fill(random, 0);
            float[] scores = network.score(choices).values();
            for (int rank = 0; rank < CANDIDATES; rank++) {
                mean[rank] += scores[rank] / 500;
            }
        }

        for (int rank = 1; rank < 6; rank++) {
            assertThat(mean[rank]).as("rank %d", rank + 1).isLessThan(mean[rank - 1]);
        }
    }

    @Test
    void aSwitchRemovesTheEmbeddingsOfRanks() {
        RankPreferenceNetwork network = network(false, true);
        Gradients.scatter(parameters, 4);
        fill(new Random(1), 4);
        network.score(choices);
        network.differentiate();

        assertThat(Gradients.of(parameters, "rank.embeddings")).containsOnly(0);
        assertThat(Gradients.of(parameters, "ranks.inner.weights")).containsOnly(0);
        float[] none = new float[DIMENSIONS * DIMENSIONS];
        assertThat(Gradients.of(parameters, "items.inner.weights")).isNotEqualTo(none);
        assertThat(Gradients.of(parameters, "session.keys.weights")).isNotEqualTo(none);
    }

    @Test
    void aSwitchRemovesTheScoresOfTheGenerator() {
        fill(new Random(1), 4);
        RankPreferenceNetwork without = network(true, false);
        Gradients.scatter(parameters, 4);
        without.score(choices);
        without.differentiate();

        assertThat(Gradients.of(parameters, "scores")).containsOnly(0);
    }

    @Test
    void startsByTheScoresOfTheGenerator() {
        float[] known = {1, 2};
        float[] vector = new float[DIMENSIONS];
        choices.clear(1, 2);
        choices.addItem(vector(new Random(1)), 0);
        choices.addCandidate(0, known, 0, vector, 0);
        choices.addCandidate(0, new float[2], 0, vector, 0);
        choices.end(0);
        float[] scores = network(true, true).score(choices).values();

        assertThat(scores[0] - scores[1]).isCloseTo(3, within(1e-6f));
    }

    @Test
    void aPoolOfOneIsCertain() {
        RankPreferenceNetwork network = network(true, true);
        Random random = new Random(1);
        choices.clear(1, 1);
        choices.addItem(vector(random), 0);
        choices.addCandidate(7, vector(random), 0, vector(random), 0);
        choices.end(0);
        network.score(choices);

        assertThat(network.differentiate()).isZero();
    }
}

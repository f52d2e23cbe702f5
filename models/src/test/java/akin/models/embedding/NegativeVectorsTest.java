package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeVectorsTest {
    private static final int DIMENSIONS = 3;

    /** Drawn are fewer than a pair meets, so many, more, and more than all pairs meet together. */
    @ParameterizedTest
    @CsvSource({"8, 10, 20", "8, 8, 20", "13, 8, 20", "16, 8, 1", "100, 8, 3"})
    void sumWhatEachPairAdds(int drawn, int perPair, int pairs) {
        Tuning tuning = new Tuning();
        tuning.dimensions = DIMENSIONS;
        tuning.negatives = drawn;
        Trial trial = new Trial(tuning.settings(), 3, 1);
        BatchRows table = new BatchRows(new Embeddings(new Memory(), "t", tuning.settings(), 0.1f, null));
        table.clear(Trial.ITEMS);
        NegativeVectors negatives = new NegativeVectors(drawn, perPair, DIMENSIONS);
        negatives.take(trial.negatives, table, pairs);
        Random random = new Random(4);
        float[][] expected = new float[Trial.ITEMS + 1][DIMENSIONS + 1];
        int[] chosen = new int[perPair];
        for (int pair = 0; pair < pairs; pair++) {
            int n = negatives.choose(1 + pair % Trial.ITEMS, chosen);
            float[] x = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
            float[] derivatives = new float[perPair];
            for (int i = 0; i < n; i++) {
                derivatives[i] = random.nextFloat();
                add(expected[negatives.slot(chosen[i])], derivatives[i], x);
            }
            negatives.differentiate(chosen, derivatives, n, x, 0, new float[DIMENSIONS]);
        }
        negatives.addTo(table);

        for (int slot = 1; slot <= Trial.ITEMS; slot++) {
            int at = table.gradients().offset(table.take(slot));
            for (int i = 0; i <= DIMENSIONS; i++) {
                assertThat(table.gradients().sums()[at + i]).isCloseTo(expected[slot][i], within(1e-4f));
            }
        }
    }

    private static void add(float[] gradient, float derivative, float[] x) {
        for (int i = 0; i < x.length; i++) {
            gradient[i] += derivative * x[i];
        }
        gradient[x.length] += derivative;
    }
}

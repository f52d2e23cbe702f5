package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.component.Learning;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Item2vecTest {
    private static final int ITEMS = Trial.ITEMS;
    private static final int DIMENSIONS = 6;
    private static final double RATE = 1;

    /** A model at a random place, and its loss of the trial's batch by formulas 4 and 5, in doubles. */
    private static final class Twin {
        final Trial trial;
        final Item2vec model;
        final Vectors contexts;
        private int pairs;

        Twin(Trial trial) {
            this.trial = trial;
            ColdStart nothing = new ColdStart(
                    new Catalog(
                            new Memory(),
                            new CatalogSettings(List.of(), 9, Duration.ofDays(1), true, Duration.ofDays(14)),
                            row -> {}),
                    new Slots(new Memory()));
            model = new Item2vec(trial.memory, trial.settings, nothing);
            contexts = Derivatives.vectors(trial.memory, "item2vec.contexts");
            Derivatives.scatter(model.items().rows(), ITEMS, trial.random);
            Derivatives.scatter(contexts, ITEMS, trial.random);
        }

        double weightedLoss() {
            double sum = 0;
            pairs = 0;
            for (int example = 0; example < Trial.EXAMPLES; example++) {
                float weight = trial.batch.weight(example);
                sum += weight > 0 ? weight * loss(example) : 0;
            }
            return sum;
        }

        double lossOfNew() {
            double sum = 0;
            pairs = 0;
            for (int example = 0; example < Trial.FRESH; example++) {
                sum += trial.batch.weight(example) > 0 ? loss(example) : 0;
            }
            return sum;
        }

        /** Each of the two items before the target makes a pair with it, in both directions. */
        private double loss(int example) {
            int target = trial.batch.target(example);
            double sum = 0;
            for (int i = 0; i < Math.min(2, trial.batch.items(example)); i++) {
                int near = trial.batch.item(example, i);
                if (near != target) {
                    sum += pair(target, near) + pair(near, target);
                }
            }
            return sum;
        }

        /** The batch's negatives go round in eights. */
        private double pair(int item, int context) {
            double sum = Math.log(1 + Math.exp(-logit(item, context)));
            int drawn = trial.negatives.size();
            for (int i = 0; i < Math.min(8, drawn); i++) {
                int negative = trial.negatives.slot((8 * pairs + i) % drawn);
                sum += negative == context ? 0 : Math.log(1 + Math.exp(logit(item, negative)));
            }
            pairs++;
            return sum;
        }

        private double logit(int item, int context) {
            double dot = contexts.get(context, DIMENSIONS);
            for (int d = 0; d < DIMENSIONS; d++) {
                dot += (double) model.items().rows().get(item, d) * contexts.get(context, d);
            }
            return dot;
        }
    }

    private static Twin twin(long seed, int negatives) {
        Tuning tuning = new Tuning();
        tuning.learningRate = RATE;
        tuning.dimensions = DIMENSIONS;
        tuning.negatives = negatives;
        return new Twin(new Trial(tuning.settings(), seed, 1));
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(Derivatives.norm(expected)).isGreaterThan(0.1);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).as("row " + row).containsExactly(expected[row], within(3e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 21})
    void stepsAlongTheGradientOfItsLoss(int negatives) {
        for (long seed = 0; seed < 5; seed++) {
            Twin twin = twin(seed, negatives);
            Vectors items = twin.model.items().rows();
            Vectors contexts = twin.contexts;
            double[][] byItems = Derivatives.numeric(items, ITEMS, DIMENSIONS, twin::weightedLoss);
            double[][] byContexts = Derivatives.numeric(contexts, ITEMS, DIMENSIONS + 1, twin::weightedLoss);
            float[][] itemsBefore = Derivatives.copy(items, ITEMS);
            float[][] contextsBefore = Derivatives.copy(contexts, ITEMS);
            twin.trial.learn(twin.model);

            assertClose(Derivatives.applied(items, itemsBefore, RATE, DIMENSIONS), byItems);
            assertClose(Derivatives.applied(contexts, contextsBefore, RATE, DIMENSIONS + 1), byContexts);
        }
    }

    @Test
    void reportsTheLossOfNewExamplesBeforeTheyAreLearned() {
        Twin twin = twin(7, 12);
        double expected = twin.lossOfNew();
        twin.trial.learn(twin.model);

        // One of the six has no weight at each third place.
        assertThat(twin.model.figures().examples()).isEqualTo(4);
        assertThat(twin.model.figures().loss()).isCloseTo(expected, within(1e-4 * expected));
    }

    @Test
    void calibrationCountsEachPairOnceAndItsNegatives() {
        Twin twin = twin(7, 12);
        twin.trial.learn(twin.model);
        List<Learning.Bin> bins = twin.model.figures().calibration();
        int pairs = 0;
        for (int example = 0; example < Trial.FRESH; example++) {
            for (int i = 0; i < Math.min(2, twin.trial.batch.items(example)); i++) {
                boolean counts = twin.trial.batch.weight(example) > 0
                        && twin.trial.batch.item(example, i) != twin.trial.batch.target(example);
                pairs += counts ? 2 : 0;
            }
        }

        assertThat(bins.stream().mapToLong(Learning.Bin::observed).sum()).isEqualTo(pairs);
        for (int bin = 0; bin < 10; bin++) {
            Learning.Bin tenth = bins.get(bin);
            assertThat(tenth.predicted())
                    .isBetween(tenth.examples() * (bin / 10.0) - 1e-5, tenth.examples() * ((bin + 1) / 10.0) + 1e-5);
        }
    }

    @Test
    void aGradientThatIsNotFiniteIsRefused() {
        Twin twin = twin(2, 12);
        int poisoned = twin.trial.batch.target(0);
        twin.model.items().rows().set(poisoned, 0, Float.NaN);
        float[] before = Derivatives.copy(twin.model.items().rows(), ITEMS)[poisoned];
        twin.trial.learn(twin.model);

        float[] after = Derivatives.copy(twin.model.items().rows(), ITEMS)[poisoned];
        assertThat(Arrays.copyOf(after, DIMENSIONS)).isEqualTo(Arrays.copyOf(before, DIMENSIONS));
        assertThat(twin.model.figures().refused()).isPositive();
        for (int row = 1; row <= ITEMS; row++) {
            for (int column = 0; column <= DIMENSIONS + 2; column++) {
                assertThat(twin.contexts.get(row, column)).isFinite();
            }
        }
    }
}

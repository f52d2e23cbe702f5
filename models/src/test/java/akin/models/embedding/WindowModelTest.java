package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.component.Learning;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WindowModelTest {
    private static final int ITEMS = Trial.ITEMS;
    private static final double RATE = 1;
    // What Adam keeps of the first gradient in its mean.
    private static final float FIRST = 1 - 0.9f;

    /** A model at a random place, and its loss of the trial's batch by formulas 6 to 9, in doubles. */
    private static final class Twin {
        final Trial trial;
        final WindowModel model;
        final Loss loss;
        final Vectors positions;

        Twin(Trial trial, String name) {
            this.trial = trial;
            // An empty catalogue: nobody is similar, and all rows are started by the test.
            ColdStart nothing = new ColdStart(
                    new Catalog(
                            new Memory(),
                            new CatalogSettings(List.of(), 9, Duration.ofDays(1), true, Duration.ofDays(14)),
                            row -> {}),
                    new Slots(new Memory()));
            loss = name.equals("supervised") ? trial.settings.windows().supervised() : Loss.SOFTMAX;
            model = switch (name) {
                case Supervised.NAME -> new Supervised(trial.memory, trial.settings, nothing);
                case Personalized.NAME -> Personalized.byVisits(trial.memory, trial.settings, nothing);
                default -> Personalized.byCarts(trial.memory, trial.settings, nothing);
            };
            positions = model instanceof Supervised ? null : Derivatives.vectors(trial.memory, name + ".positions");
            Derivatives.scatter(model.history().rows(), ITEMS, trial.random);
            Derivatives.scatter(model.items().rows(), ITEMS, trial.random);
            for (int i = 0; positions != null && i < trial.settings.examples().window(); i++) {
                positions.set(0, i, 0.5f + trial.random.nextFloat());
            }
        }

        double weightedLoss() {
            double sum = 0;
            for (int example = 0; example < Trial.EXAMPLES; example++) {
                sum += model.weight(trial.batch, example) * loss(example);
            }
            return sum;
        }

        double loss(int example) {
            double[] user = user(example);
            int target = trial.batch.target(example);
            List<Double> logits = new ArrayList<>(List.of(logit(user, target)));
            for (int k = 0; k < trial.negatives.size(); k++) {
                if (trial.negatives.slot(k) != target) {
                    logits.add(logit(user, trial.negatives.slot(k)));
                }
            }
            return LossTest.naive(
                    loss, logits.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private double[] user(int example) {
            double[] user = new double[trial.settings.dimensions()];
            for (int i = 0; i < trial.batch.items(example); i++) {
                double weight = positions == null ? 1 : positions.get(0, i);
                for (int d = 0; d < user.length; d++) {
                    user[d] += weight * model.history().rows().get(trial.batch.item(example, i), d);
                }
            }
            return user;
        }

        private double logit(double[] user, int row) {
            double dot = 0;
            double squared = 0;
            for (int d = 0; d < user.length; d++) {
                dot += user[d] * model.items().rows().get(row, d);
                squared += user[d] * user[d];
            }
            double cosine =
                    dot / Math.sqrt(squared) / Derivatives.length(model.items().rows(), row, user.length);
            double bias = positions == null ? model.items().bias(row) : 0;
            return trial.settings.windows().scale() * cosine + bias - (loss == Loss.SOFTMAX ? trial.logQ(row) : 0);
        }
    }

    static Stream<Arguments> models() {
        List<Arguments> models = new ArrayList<>();
        for (boolean byPopularity : new boolean[] {false, true}) {
            models.add(Arguments.of("personalized", Loss.SOFTMAX, byPopularity));
            models.add(Arguments.of("personalized-cart", Loss.SOFTMAX, byPopularity));
            for (Loss loss : Loss.values()) {
                models.add(Arguments.of("supervised", loss, byPopularity));
            }
        }
        return models.stream();
    }

    /** Of odd seeds the model has one table. */
    private static Twin twin(String name, Loss loss, boolean byPopularity, long seed, float cart) {
        Tuning tuning = new Tuning();
        tuning.learningRate = RATE;
        tuning.supervised = loss;
        tuning.byPopularity = byPopularity;
        tuning.sharedTable = seed % 2 == 1;
        return new Twin(new Trial(tuning.settings(), seed, cart), name);
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(Derivatives.norm(expected)).isGreaterThan(0.1);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).as("row " + row).containsExactly(expected[row], within(3e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepsAlongTheGradientOfItsLoss(String name, Loss loss, boolean byPopularity) {
        for (long seed = 0; seed < 5; seed++) {
            Twin twin = twin(name, loss, byPopularity, seed, 1);
            int d = twin.trial.settings.dimensions();
            int itemColumns = twin.model instanceof Supervised ? d + 1 : d;
            Vectors history = twin.model.history().rows();
            Vectors items = twin.model.items().rows();
            double[][] byHistory = Derivatives.numeric(history, ITEMS, d, twin::weightedLoss);
            double[][] byItems = Derivatives.numeric(items, ITEMS, itemColumns, twin::weightedLoss);
            float[][] historyBefore = Derivatives.copy(history, ITEMS);
            float[][] itemsBefore = Derivatives.copy(items, ITEMS);
            twin.trial.learn(twin.model);

            assertClose(Derivatives.applied(history, historyBefore, RATE, d), byHistory);
            assertClose(Derivatives.applied(items, itemsBefore, RATE, itemColumns), byItems);
        }
    }

    @ParameterizedTest
    @CsvSource({"personalized, true", "personalized, false", "personalized-cart, true", "personalized-cart, false"})
    void stepsPositionWeightsAlongTheGradientToo(String name, boolean byPopularity) {
        Twin twin = twin(name, Loss.SOFTMAX, byPopularity, 3, 1);
        int window = twin.trial.settings.examples().window();
        double[] expected = Derivatives.numeric(twin.positions, 0, window, twin::weightedLoss)[0];
        float[] before = Derivatives.copy(twin.positions, 0)[0];
        twin.trial.learn(twin.model);

        for (int i = 0; i < window; i++) {
            assertThat(Math.abs(expected[i])).isGreaterThan(1e-3);
            assertThat((double) twin.positions.get(1, i) / FIRST).isCloseTo(expected[i], within(3e-4));
            assertThat(twin.positions.get(0, i))
                    .isCloseTo(before[i] - 0.002f * (float) Math.signum(expected[i]), within(1e-6f));
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void supervisedSimilarityAsksNotInWhichOrderItemsWereVisited(Loss loss) {
        Twin twin = twin("supervised", loss, true, 3, 1);
        twin.trial.learn(twin.model);
        int n = twin.trial.settings.dimensions();
        float[] forwards = new float[n];
        float[] backwards = new float[n];
        twin.model.users().represent(i -> 2 + i, 3, forwards, 0);
        twin.model.users().represent(i -> 4 - i, 3, backwards, 0);

        assertThat(forwards).containsExactly(backwards, within(1e-5f));
        assertThat(Derivatives.norm(new double[][] {{forwards[0], forwards[1]}}))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("models")
    void reportsTheLossOfNewExamplesBeforeTheyAreLearned(String name, Loss loss, boolean byPopularity) {
        Twin twin = twin(name, loss, byPopularity, 7, 1);
        double expected = 0;
        int examples = 0;
        for (int example = 0; example < Trial.FRESH; example++) {
            boolean counts = twin.model.weight(twin.trial.batch, example) > 0;
            expected += counts ? twin.loss(example) : 0;
            examples += counts ? 1 : 0;
        }
        twin.trial.learn(twin.model);
        Learning figures = twin.model.figures();

        assertThat(figures.examples()).isEqualTo(examples);
        assertThat(figures.loss()).isCloseTo(expected, within(1e-4 * expected));
        assertThat(figures.refused()).isZero();
    }

    @Test
    void twiceTheCartWeightIsTwiceTheGradientAndOnlyOfTheCartModel() {
        for (String name : List.of("personalized", "personalized-cart")) {
            double[][][] gradients = new double[2][][];
            for (int omega = 1; omega <= 2; omega++) {
                Twin twin = twin(name, Loss.SOFTMAX, true, 5, omega);
                float[][] before = Derivatives.copy(twin.model.items().rows(), ITEMS);
                twin.trial.learn(twin.model);
                gradients[omega - 1] = Derivatives.applied(twin.model.items().rows(), before, RATE, 6);
            }
            double ratio = Derivatives.norm(gradients[1]) / Derivatives.norm(gradients[0]);

            assertThat(ratio).isCloseTo(name.equals("personalized") ? 1 : 2, within(1e-5));
        }
    }

    @Test
    void startsRowsThatItNeverSaw() {
        Tuning tuning = new Tuning();
        Trial trial = new Trial(tuning.settings(), 1, 1);
        Twin twin = new Twin(trial, "personalized");
        twin.model.forget(trial.batch.target(0));
        twin.model.forget(trial.batch.item(0, 0));
        trial.learn(twin.model);

        assertThat(twin.model.items().has(trial.batch.target(0))).isTrue();
        assertThat(twin.model.history().has(trial.batch.item(0, 0))).isTrue();
        assertThat(twin.model.figures().refused()).isZero();
    }

    @Test
    void stepsTakeTheLossDown() {
        Tuning tuning = new Tuning();
        tuning.learningRate = 0.02;
        for (long seed = 0; seed < 5; seed++) {
            Twin twin = new Twin(new Trial(tuning.settings(), seed, 1), "personalized-cart");
            double before = twin.weightedLoss();
            for (int i = 0; i < 100; i++) {
                twin.trial.learn(twin.model);
            }
            assertThat(twin.weightedLoss()).isLessThan(0.8 * before);
        }
    }

    @Test
    void theSameBatchGivesTheSameBits() {
        byte[][] digests = new byte[2][];
        for (int i = 0; i < 2; i++) {
            Twin twin = twin("supervised", Loss.PAIRWISE, true, 9, 1);
            twin.trial.learn(twin.model);
            digests[i] = twin.trial.memory.digest();
        }

        assertThat(digests[1]).isEqualTo(digests[0]);
    }

    @Test
    void aGradientThatIsNotFiniteIsRefused() {
        for (float evil : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 3e38f}) {
            Twin twin = twin("personalized", Loss.SOFTMAX, false, 2, 1);
            int poisoned = twin.trial.batch.item(0, 0);
            for (int column = 0; column < 6; column++) {
                twin.model.history().rows().set(poisoned, column, column % 2 == 0 ? evil : -evil);
            }
            float[] before = Derivatives.copy(twin.model.history().rows(), ITEMS)[poisoned];
            float[][] items = Derivatives.copy(twin.model.items().rows(), ITEMS);
            twin.trial.learn(twin.model);

            assertThat(Derivatives.copy(twin.model.history().rows(), ITEMS)[poisoned])
                    .isEqualTo(before);
            assertThat(twin.model.figures().refused()).isPositive();
            // The other examples are learned, the negatives that they share with the refused one among them.
            float[][] after = Derivatives.copy(twin.model.items().rows(), ITEMS);
            for (int k = 0; k < twin.trial.negatives.size(); k++) {
                assertThat(after[twin.trial.negatives.slot(k)]).isNotEqualTo(items[twin.trial.negatives.slot(k)]);
            }
            assertFinite(after);
            assertFinite(Derivatives.copy(twin.positions, 3));
        }
    }

    @Test
    void aNegativeThatIsNotFiniteIsMetByNobody() {
        Twin twin = twin("personalized", Loss.SOFTMAX, false, 2, 1);
        int poisoned = IntStream.range(0, twin.trial.negatives.size())
                .map(k -> twin.trial.negatives.slot(k))
                .filter(slot -> IntStream.range(0, Trial.EXAMPLES).noneMatch(e -> twin.trial.batch.target(e) == slot))
                .findFirst()
                .orElseThrow();
        twin.model.items().rows().set(poisoned, 0, Float.NaN);
        float[][] items = Derivatives.copy(twin.model.items().rows(), ITEMS);
        twin.trial.learn(twin.model);
        float[][] after = Derivatives.copy(twin.model.items().rows(), ITEMS);

        for (int k = 0; k < twin.trial.negatives.size(); k++) {
            int slot = twin.trial.negatives.slot(k);
            if (slot != poisoned) {
                assertThat(after[slot]).isNotEqualTo(items[slot]);
                assertFinite(new float[][] {after[slot]});
            }
        }
    }

    private static void assertFinite(float[][] rows) {
        for (float[] row : rows) {
            for (float number : row) {
                assertThat(number).isFinite();
            }
        }
    }

    @Test
    void aRefusalHarmsNoLaterBatch() {
        Twin twin = twin("personalized", Loss.SOFTMAX, false, 2, 1);
        int poisoned = twin.trial.batch.item(0, 0);
        float healthy = twin.model.history().rows().get(poisoned, 0);
        twin.model.history().rows().set(poisoned, 0, Float.NaN);
        twin.trial.learn(twin.model);
        long refused = twin.model.figures().refused();
        twin.model.history().rows().set(poisoned, 0, healthy);
        double before = twin.weightedLoss();
        twin.trial.learn(twin.model);

        assertThat(twin.model.figures().refused()).isEqualTo(refused);
        assertThat(twin.weightedLoss()).isNotEqualTo(before).isFinite();
        assertFinite(Derivatives.copy(twin.positions, 4));
    }
}

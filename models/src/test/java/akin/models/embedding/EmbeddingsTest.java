package akin.models.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingsTest {
    private static final int DIMENSIONS = 5;
    private static final int ROW = 3;

    private final Tuning tuning = new Tuning();
    private final Gradients gradients = new Gradients(DIMENSIONS);

    private Embeddings embeddings() {
        tuning.dimensions = DIMENSIONS;
        Embeddings embeddings = new Embeddings(new Memory(), "table", tuning.settings(), 0.1f, null);
        embeddings.start(ROW);
        return embeddings;
    }

    private void step(Embeddings embeddings, float[] gradient, float bias) {
        gradients.clear();
        gradients.add(gradients.append(ROW), gradient, bias);
        embeddings.step(gradients);
    }

    private static double[] vector(Embeddings embeddings, int row) {
        double[] vector = new double[DIMENSIONS + 1];
        for (int i = 0; i <= DIMENSIONS; i++) {
            vector[i] = embeddings.rows().get(row, i);
        }
        return vector;
    }

    private static float[] random(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static double norm(double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += (to[i] - from[i]) * (to[i] - from[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void stepsLikeAdagradWithForgettingInDoubles() {
        tuning.forgetting = 0.05;
        tuning.l2 = 0.01;
        Embeddings embeddings = embeddings();
        Random random = new Random(1);
        double[] expected = vector(embeddings, ROW);
        double accumulated = 1e-8;
        double ofBias = 1e-8;
        for (int step = 0; step < 100; step++) {
            float[] gradient = random(random);
            float bias = (float) random.nextGaussian();
            double squares = 0;
            for (float g : gradient) {
                squares += (double) g * g;
            }
            accumulated = accumulated * 0.95 + squares / DIMENSIONS;
            ofBias = ofBias * 0.95 + bias * bias;
            for (int i = 0; i < DIMENSIONS; i++) {
                expected[i] -= 0.1 * (gradient[i] + 0.01 * expected[i]) / Math.sqrt(accumulated);
            }
            expected[DIMENSIONS] -= 0.1 * bias / Math.sqrt(ofBias);
            step(embeddings, gradient, bias);
        }

        assertThat(vector(embeddings, ROW)).containsExactly(expected, within(1e-4));
    }

    @Test
    void stepsLikeAdamWithOneSquareForARowInDoubles() {
        tuning.optimizer = LearningSettings.Optimizer.ADAM;
        tuning.l2 = 0.01;
        Embeddings embeddings = embeddings();
        Random random = new Random(1);
        double[] expected = vector(embeddings, ROW);
        double[] means = new double[DIMENSIONS + 1];
        double[] squares = new double[2];
        for (int step = 1; step <= 100; step++) {
            float[] gradient = random(random);
            float bias = (float) random.nextGaussian();
            double norm = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                norm += (double) gradient[i] * gradient[i];
                means[i] = 0.9 * means[i] + 0.1 * (gradient[i] + 0.01 * expected[i]);
            }
            means[DIMENSIONS] = 0.9 * means[DIMENSIONS] + 0.1 * bias;
            squares[0] = 0.999 * squares[0] + 0.001 * norm / DIMENSIONS;
            squares[1] = 0.999 * squares[1] + 0.001 * bias * bias;
            for (int i = 0; i <= DIMENSIONS; i++) {
                double mean = means[i] / (1 - Math.pow(0.9, step));
                double square = squares[i < DIMENSIONS ? 0 : 1] / (1 - Math.pow(0.999, step));
                expected[i] -= 0.1 * mean / (Math.sqrt(square) + 1e-8);
            }
            step(embeddings, gradient, bias);
        }

        assertThat(vector(embeddings, ROW)).containsExactly(expected, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource
    void aForgottenRowStartsAsANewOne(LearningSettings.Optimizer optimizer) {
        tuning.optimizer = optimizer;
        Embeddings embeddings = embeddings();
        step(embeddings, new float[] {1, 2, 3, 4, 5}, 6);
        embeddings.forget(ROW);
        embeddings.start(ROW);

        assertThat(everything(embeddings)).isEqualTo(everything(embeddings()));
    }

    private static float[] everything(Embeddings embeddings) {
        float[] row = new float[embeddings.rows().width()];
        System.arraycopy(embeddings.page(ROW), embeddings.offset(ROW), row, 0, row.length);
        return row;
    }

    @ParameterizedTest
    @EnumSource
    void theFirstStepHasALengthThatTheGradientDoesNotChange(LearningSettings.Optimizer optimizer) {
        tuning.optimizer = optimizer;
        for (float size : new float[] {0.1f, 1, 100}) {
            Embeddings embeddings = embeddings();
            double[] before = vector(embeddings, ROW);
            step(embeddings, new float[] {0, size, 0, 0, 0}, -size);
            double[] after = vector(embeddings, ROW);

            assertThat(after[1] - before[1]).isCloseTo(-0.1 * Math.sqrt(DIMENSIONS), within(1e-5));
            assertThat(after[DIMENSIONS]).isCloseTo(0.1, within(1e-5));
        }
    }

    @Test
    void longGradientsAreCutToTheClip() {
        tuning.clip = 2;
        Embeddings clipped = embeddings();
        Embeddings straight = embeddings();
        Random random = new Random(2);
        float[] gradient = random(random);
        float[] far = new float[DIMENSIONS];
        double length = norm(
                new double[DIMENSIONS], new double[] {gradient[0], gradient[1], gradient[2], gradient[3], gradient[4]});
        for (int i = 0; i < DIMENSIONS; i++) {
            far[i] = (float) (50 / length) * gradient[i];
            gradient[i] *= (float) (2 / length);
        }
        // A second, shorter step shows what the accumulator took in.
        for (Embeddings embeddings : new Embeddings[] {clipped, straight}) {
            step(embeddings, (embeddings == clipped ? far : gradient).clone(), 0.5f);
            step(embeddings, new float[] {0.1f, 0, 0, 0, 0}, 0.5f);
        }

        assertThat(vector(clipped, ROW)).containsExactly(vector(straight, ROW), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e38f})
    void whatIsNotFiniteIsRefusedAndCounted(float evil) {
        Embeddings embeddings = embeddings();
        embeddings.start(ROW + 1);
        double[] before = vector(embeddings, ROW);
        gradients.clear();
        gradients.add(gradients.append(ROW), new float[] {1, evil, 0, 0, 0}, 0);
        gradients.add(gradients.append(ROW + 1), new float[] {1, 0, 0, 0, 0}, 0);
        embeddings.step(gradients);
        step(embeddings, new float[DIMENSIONS], evil);

        assertThat(embeddings.refused()).isEqualTo(2);
        assertThat(vector(embeddings, ROW)).isEqualTo(before);
        assertThat(embeddings.rows().get(ROW, DIMENSIONS + 1)).isEqualTo(1e-8f);
        assertThat(embeddings.rows().get(ROW + 1, DIMENSIONS + 1)).isGreaterThan(0.1f);
    }

    @Test
    void whatChangesIsWrittenOut() {
        Memory memory = new Memory();
        tuning.dimensions = DIMENSIONS;
        Embeddings embeddings = new Embeddings(memory, "table", tuning.settings(), 0.1f, null);
        embeddings.start(ROW);
        assertThat(drained(memory)).isEqualTo(1);
        embeddings.start(ROW);
        assertThat(drained(memory)).isZero();
        step(embeddings, new float[] {1, 1, 1, 1, 1}, 1);
        assertThat(drained(memory)).isEqualTo(1);
        embeddings.forget(ROW);
        assertThat(drained(memory)).isEqualTo(1);
        embeddings.start(ROW);
        assertThat(drained(memory)).isEqualTo(1);
    }

    private static int drained(Memory memory) {
        int[] pages = new int[1];
        memory.drainDirty((table, number, page) -> pages[0]++);
        return pages[0];
    }

    @Test
    void startsFromSeededNoiseAndOnlyOnce() {
        Embeddings embeddings = embeddings();
        Embeddings same = embeddings();
        tuning.seed = 2;
        Embeddings other = embeddings();

        assertThat(vector(same, ROW)).isEqualTo(vector(embeddings, ROW));
        assertThat(vector(other, ROW)).isNotEqualTo(vector(embeddings, ROW));
        for (double coordinate : vector(embeddings, ROW)) {
            assertThat(coordinate).isBetween(-0.1, 0.1);
        }
        step(embeddings, new float[] {1, 1, 1, 1, 1}, 1);
        double[] learned = vector(embeddings, ROW);
        embeddings.start(ROW);
        assertThat(vector(embeddings, ROW)).isEqualTo(learned);
    }

    @Test
    void aForgottenRowIsAsIfItHadNeverBeen() {
        Embeddings embeddings = embeddings();
        double[] fresh = vector(embeddings, ROW);
        step(embeddings, new float[] {1, 1, 1, 1, 1}, 1);
        embeddings.forget(ROW);

        assertThat(embeddings.has(ROW)).isFalse();
        assertThat(vector(embeddings, ROW)).containsOnly(0);
        embeddings.start(ROW);
        assertThat(vector(embeddings, ROW)).isEqualTo(fresh);
        embeddings.forget(1_000_000);
        assertThat(embeddings.has(1_000_000)).isFalse();
    }
}

package akin.models.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.als.AlsSettings.Regularization;
import akin.models.kernel.Matrix;
import akin.models.random.Hash;
import akin.models.settings.InvalidSettingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlsTest {
    private static final int USERS = 2100;
    private static final int ITEMS = 60;
    private static final Workers ONE = new Workers(1);

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void lastHalfRoundIsTheDenseSolution(Feedback feedback) {
        AlsSettings settings = settings(feedback, Solver.cholesky());
        Interactions interactions = interactions(1);

        AlsModel model = new Als(settings, interactions, ONE).train(loss -> {});

        Interactions byItem = interactions.transposed();
        for (int item = 0; item < ITEMS; item++) {
            assertThat(vector(model.columns(), item))
                    .usingComparatorWithPrecision(2e-4f)
                    .containsExactly(dense(settings, byItem, item, model.rows()));
        }
    }

    /** Solves the equations of Hu et al. as they stand in the paper, with a matrix over all rows of the other side. */
    private static float[] dense(AlsSettings settings, Interactions interactions, int row, Matrix other) {
        int rank = settings.rank();
        RealMatrix y = new Array2DRowRealMatrix(other.rows(), rank);
        double[] confidence = new double[other.rows()];
        double[] preference = new double[other.rows()];
        boolean implicit = settings.feedback() == Feedback.IMPLICIT;
        Arrays.fill(confidence, implicit ? 1 : 0);
        for (int place = interactions.start(row); place < interactions.start(row + 1); place++) {
            int column = interactions.column(place);
            confidence[column] = implicit ? 1 + settings.confidence() * interactions.weight(place) : 1;
            preference[column] = implicit ? 1 : interactions.weight(place);
        }
        for (int i = 0; i < other.rows(); i++) {
            for (int k = 0; k < rank; k++) {
                y.setEntry(i, k, other.values()[other.offset(i) + k]);
            }
        }
        RealMatrix weighted = y.transpose();
        for (int i = 0; i < other.rows(); i++) {
            weighted.setColumnVector(i, weighted.getColumnVector(i).mapMultiply(confidence[i]));
        }
        RealMatrix a = weighted.multiply(y);
        double lambda = settings.regularization().lambda() * Math.max(1, interactions.degree(row));
        for (int k = 0; k < rank; k++) {
            a.addToEntry(k, k, lambda);
        }
        double[] x = new LUDecomposition(a)
                .getSolver()
                .solve(weighted.operate(new ArrayRealVector(preference)))
                .toArray();
        float[] floats = new float[rank];
        for (int k = 0; k < rank; k++) {
            floats[k] = (float) x[k];
        }
        return floats;
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void lossNeverRises(Feedback feedback) {
        for (Solver solver : List.of(Solver.cholesky(), Solver.conjugateGradients(2))) {
            List<Double> losses = new ArrayList<>();
            new Als(settings(feedback, solver), interactions(2), ONE).train(losses::add);

            assertThat(losses).hasSize(12);
            for (int i = 1; i < losses.size(); i++) {
                assertThat(losses.get(i)).isLessThanOrEqualTo(losses.get(i - 1) * (1 + 1e-6));
            }
        }
    }

    @Test
    void lossIsTheSumOverAllPairs() {
        AlsSettings settings = settings(Feedback.IMPLICIT, Solver.cholesky());
        Interactions interactions = interactions(3);
        AlsModel model = new Als(settings, interactions, ONE).train(loss -> {});

        double sum = 0;
        for (int user = 0; user < USERS; user++) {
            float[] confidence = new float[ITEMS];
            for (int place = interactions.start(user); place < interactions.start(user + 1); place++) {
                confidence[interactions.column(place)] = (float) settings.confidence() * interactions.weight(place);
            }
            for (int item = 0; item < ITEMS; item++) {
                double miss = (confidence[item] > 0 ? 1 : 0) - dot(model, user, item);
                sum += (1 + confidence[item]) * miss * miss;
            }
        }
        sum += norms(interactions, model.rows()) + norms(interactions.transposed(), model.columns());

        assertThat(model.losses().get(model.losses().size() - 1)).isCloseTo(sum, within(sum * 1e-5));
    }

    private static double norms(Interactions interactions, Matrix vectors) {
        double sum = 0;
        for (int row = 0; row < vectors.rows(); row++) {
            for (float x : vector(vectors, row)) {
                sum += 0.1 * Math.max(1, interactions.degree(row)) * x * x;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void sameBytesWithAnyNumberOfThreads(int threads) {
        for (Solver solver : List.of(Solver.cholesky(), Solver.conjugateGradients(3))) {
            AlsSettings settings = settings(Feedback.IMPLICIT, solver);
            AlsModel one = new Als(settings, interactions(4), ONE).train(loss -> {});
            AlsModel several = new Als(settings, interactions(4), new Workers(threads)).train(loss -> {});

            assertThat(several.rows().values()).isEqualTo(one.rows().values());
            assertThat(several.columns().values()).isEqualTo(one.columns().values());
            assertThat(several.losses()).isEqualTo(one.losses());
        }
    }

    @Test
    void orderOfInteractionsDoesNotMatter() {
        List<int[]> pairs = pairs(5);
        Interactions inOrder = build(pairs);
        Collections.shuffle(pairs, new Random(1));
        Interactions shuffled = build(pairs);

        AlsSettings settings = settings(Feedback.IMPLICIT, Solver.cholesky());
        assertThat(new Als(settings, shuffled, ONE).train(loss -> {}).rows().values())
                .isEqualTo(
                        new Als(settings, inOrder, ONE).train(loss -> {}).rows().values());
    }

    @ParameterizedTest
    @EnumSource(Feedback.class)
    void foldedInIsWhatTrainingGives(Feedback feedback) {
        AlsSettings settings = settings(feedback, Solver.cholesky());
        Interactions interactions = interactions(6);
        AlsModel model = new Als(settings, interactions.transposed(), ONE).train(loss -> {});

        Matrix folded = new FoldIn(settings, model.rows(), ONE).fold(interactions);

        for (int user = 0; user < USERS; user++) {
            assertThat(vector(folded, user))
                    .usingComparatorWithPrecision(2e-4f)
                    .containsExactly(vector(model.columns(), user));
        }
    }

    @Test
    void rowsWithoutInteractionsAreZero() {
        Interactions interactions =
                new Interactions.Builder().add(1, 2, 1).add(1, 0, 1).build(3, 4);

        AlsModel model = new Als(settings(Feedback.IMPLICIT, Solver.cholesky()), interactions, ONE).train(loss -> {});

        assertThat(vector(model.rows(), 0)).containsOnly(0);
        assertThat(vector(model.columns(), 3)).containsOnly(0);
        assertThat(dot(model, 1, 2)).isBetween(0.5, 1.0);
    }

    @Test
    void rankMayExceedItemsAndOneUserMayHaveAll() {
        Interactions.Builder builder = new Interactions.Builder();
        for (int item = 0; item < 5; item++) {
            builder.add(0, item, 1);
        }

        AlsModel model =
                new Als(settings(Feedback.IMPLICIT, Solver.cholesky()), builder.build(1, 5), ONE).train(loss -> {});

        for (int item = 0; item < 5; item++) {
            assertThat(dot(model, 0, item)).isBetween(0.5, 1.0);
        }
    }

    @Test
    void interactionsOfOnePairAddUp() {
        Interactions interactions = new Interactions.Builder()
                .add(0, 1, 2)
                .add(0, 0, 1)
                .add(0, 1, 3)
                .build(1, 2);

        assertThat(interactions.degree(0)).isEqualTo(2);
        assertThat(interactions.column(0)).isZero();
        assertThat(interactions.weight(1)).isEqualTo(5);
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new Regularization(0, 2))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("als.regularization.lambda")
                .hasMessageContaining("als.regularization.power");
        assertThatThrownBy(() -> new Interactions.Builder().add(0, 0, Float.NaN))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("interaction.weight");
    }

    private static AlsSettings settings(Feedback feedback, Solver solver) {
        return new AlsSettings(12, 6, feedback, 8, new Regularization(0.1, 1), solver, 7);
    }

    private static Interactions interactions(long seed) {
        return build(pairs(seed));
    }

    /** Users of two tastes; one has everything, some have nothing. */
    private static List<int[]> pairs(long seed) {
        List<int[]> pairs = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            int degree = user == 0 ? ITEMS : user % 17;
            for (int n = 0; n < degree; n++) {
                int item = (int) Hash.below(Hash.of(seed, user, n), ITEMS / 2) + (user % 2) * ITEMS / 2;
                pairs.add(new int[] {user, user == 0 ? n : item, 1 + n % 3});
            }
        }
        return pairs;
    }

    private static Interactions build(List<int[]> pairs) {
        Interactions.Builder builder = new Interactions.Builder();
        pairs.forEach(pair -> builder.add(pair[0], pair[1], pair[2]));
        return builder.build(USERS, ITEMS);
    }

    private static float[] vector(Matrix vectors, int row) {
        return Arrays.copyOfRange(vectors.values(), vectors.offset(row), vectors.offset(row) + vectors.columns());
    }

    private static double dot(AlsModel model, int row, int column) {
        float[] x = vector(model.rows(), row);
        float[] y = vector(model.columns(), column);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}

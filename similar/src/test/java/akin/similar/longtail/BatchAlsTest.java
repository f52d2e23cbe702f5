package akin.similar.longtail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.als.Als;
import akin.models.als.AlsModel;
import akin.models.als.AlsSettings;
import akin.models.als.AlsSettings.Regularization;
import akin.models.als.DivergedException;
import akin.models.als.Feedback;
import akin.models.als.Interactions;
import akin.models.als.Solver;
import akin.models.als.Workers;
import akin.models.random.Hash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAlsTest {
    private static final int USERS = 9000;
    private static final int ITEMS = 300;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void vectorsAreThoseInMemoryToTheByte(int parallelism) throws Exception {
        AlsSettings settings = settings(2, parallelism == 2 ? Solver.conjugateGradients(2) : Solver.cholesky());
        AlsModel expected = new Als(settings, interactions(), new Workers(1)).train(loss -> {});

        AlsModel model = new BatchAls(folder, settings, interactions(), parallelism, line -> {}).run();

        assertThat(Arrays.equals(numbers(model), numbers(expected))).isTrue();
        assertThat(model.losses()).isEqualTo(expected.losses());
    }

    @Test
    void whatWasEndedGoesOnAfterTheLastHalfRound() throws Exception {
        List<String> log = new ArrayList<>();
        AlsSettings settings = settings(1, Solver.cholesky());
        AlsModel whole = new BatchAls(folder, settings, interactions(), 2, line -> {}).run();

        AlsModel again = new BatchAls(folder, settings, interactions(), 2, log::add).run();

        assertThat(log).containsExactly("going on after half-round 2");
        assertThat(Arrays.equals(numbers(again), numbers(whole))).isTrue();
    }

    @Test
    void nothingGoesOnWithTheInteractionsOfAnotherRun() throws Exception {
        AlsSettings settings = settings(1, Solver.cholesky());
        AlsModel expected = new Als(settings, interactions(), new Workers(1)).train(loss -> {});
        IllegalStateException killed = new IllegalStateException("killed");
        assertThatThrownBy(() -> new BatchAls(folder, settings, interactions(), 2, line -> {
                            throw killed;
                        })
                        .run())
                .isSameAs(killed);
        AlsSettings others = settings(1, Solver.conjugateGradients(2));
        assertThatThrownBy(() -> new BatchAls(folder, others, interactions(1e37f), 2, line -> {}).run())
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("after half-round 1");

        AlsModel model = new BatchAls(folder, settings, interactions(), 2, line -> {}).run();

        assertThat(Arrays.equals(numbers(model), numbers(expected))).isTrue();
    }

    private static float[] numbers(AlsModel model) {
        int rank = model.rows().columns();
        float[] numbers = Arrays.copyOf(model.rows().values(), (USERS + ITEMS) * rank);
        System.arraycopy(model.columns().values(), 0, numbers, USERS * rank, ITEMS * rank);
        return numbers;
    }

    private static AlsSettings settings(int rounds, Solver solver) {
        return new AlsSettings(8, rounds, Feedback.IMPLICIT, 10, new Regularization(1, 0), solver, 1);
    }

    private static Interactions interactions() {
        return interactions(1);
    }

    private static Interactions interactions(float weight) {
        Interactions.Builder builder = new Interactions.Builder();
        for (int user = 0; user < USERS; user++) {
            for (int n = 0; n < user % 13; n++) {
                builder.add(user, (int) Hash.below(Hash.of(1, user, n), ITEMS), weight);
            }
        }
        return builder.build(USERS, ITEMS);
    }
}

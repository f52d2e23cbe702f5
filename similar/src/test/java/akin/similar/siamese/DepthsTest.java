package akin.similar.siamese;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Matrix;
import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import akin.similar.siamese.Depths.Learned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthsTest {
    private static final int PRODUCTS = 60;
    private static final Sides SIDES = new Sides(PRODUCTS, 2 * PRODUCTS);
    private static final SiameseSettings SETTINGS =
            new SiameseSettings(List.of(8, 4), PairLoss.LOGISTIC, 3, 3, 16, 0.001, 0.05, 0.1, 1);

    @TempDir
    private Path folder;

    private final Compounds compounds = Toys.compounds(PRODUCTS);
    private final List<Task> tasks = List.of(new Task("labelled", 1, pairs(0, 40)));
    private final Validation valid = new PairValidation(pairs(40, 60));
    private final Depths depths = new Depths(SETTINGS, compounds, SIDES, true);

    private static List<Pair> pairs(int from, int to) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            pairs.add(new Pair(i, PRODUCTS + i, true));
            pairs.add(new Pair(i, PRODUCTS + (i + 3) % PRODUCTS, false));
        }
        return pairs;
    }

    @Test
    void learnsEachDepthAndValidationDecides() throws IOException {
        List<Learned> all = depths.learn(tasks, valid, null, (layers, epoch) -> {});

        assertThat(all).extracting(Learned::layers).containsExactly(List.of(), List.of(8), List.of(8, 4));
        assertThat(all)
                .allSatisfy(learned -> assertThat(
                                DoubleStream.of(learned.validated()).average().orElseThrow())
                        .isEqualTo(learned.siamese().validated()));
        assertThat(all).contains(Depths.best(all));
    }

    /** Measures nothing: all nets are the same to it. */
    private record Blind() implements Validation {
        @Override
        public int[] rows() {
            return new int[] {0, 1};
        }

        @Override
        public double[] measure(Matrix embedded) {
            return new double[] {0.5};
        }

        @Override
        public double[] parts(Embeddings embeddings) {
            return new double[] {0.5, 0.5};
        }
    }

    @Test
    void noDeeperNetIsLearnedThanOneThatIsNoBetter() throws IOException {
        Depths deeper = new Depths(SETTINGS, compounds, SIDES, false);

        List<Learned> all = deeper.learn(tasks, new Blind(), null, (layers, epoch) -> {});

        assertThat(all).extracting(Learned::layers).containsExactly(List.of(), List.of(8));
        assertThat(Depths.best(all).layers()).isEmpty();
        assertThat(depths.learn(tasks, new Blind(), null, (layers, epoch) -> {}))
                .hasSize(3);
    }

    @Test
    void aDeeperNetIsTakenWhereItIsSurelyBetter() {
        double[] good = {0.8, 0.9, 0.8, 0.9};

        assertThat(Depths.isSurelyBetter(new double[] {0.9, 1, 0.9, 1}, good)).isTrue();
        assertThat(Depths.isSurelyBetter(new double[] {0.3, 1.4, 0.9, 1}, good)).isFalse();
        assertThat(Depths.isSurelyBetter(good, good)).isFalse();
        assertThat(Depths.isSurelyBetter(new double[] {0.7, 0.8, 0.7, 0.8}, good))
                .isFalse();
    }

    @Test
    void aNetIsTheSameAsOfItsSettingsAlone() throws IOException {
        Learned one = depths.learn(tasks, valid, null, (layers, epoch) -> {}).get(1);
        Embeddings alone =
                new Siamese(SETTINGS.withLayers(List.of(8)), compounds, SIDES).learn(tasks, valid, null, epoch -> {});

        assertThat(Arrays.equals(one.embeddings().left().values(), alone.left().values()))
                .isTrue();
    }

    @Test
    void keepsHowFarEachIs() throws IOException {
        depths.learn(tasks, valid, folder.resolve("learning"), (layers, epoch) -> {});

        assertThat(folder.resolve("learning-0")).exists();
        assertThat(folder.resolve("learning-2")).exists();
        List<List<Integer>> told = new ArrayList<>();
        Files.delete(folder.resolve("learning-1"));
        depths.learn(tasks, valid, folder.resolve("learning"), (layers, epoch) -> told.add(layers));
        assertThat(told).containsOnly(List.of(8)).isNotEmpty();
    }
}

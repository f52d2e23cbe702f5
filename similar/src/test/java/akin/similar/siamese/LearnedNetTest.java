package akin.similar.siamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Matrix;
import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.files.Atomic;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedNetTest {
    private static final int PRODUCTS = 60;
    private static final SiameseSettings SETTINGS =
            new SiameseSettings(List.of(8, 6), PairLoss.LOGISTIC, 2, 2, 16, 0.001, 0.05, 0.1, 1);

    @TempDir
    private Path folder;

    private final Compounds compounds = Toys.compounds(PRODUCTS);

    private static List<Pair> pairs(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Pair(i, PRODUCTS + (i % 2 == 0 ? i : from), i % 2 == 0))
                .toList();
    }

    private LearnedNet learn() throws IOException {
        return new Siamese(SETTINGS, compounds, Sides.ofOne(2 * PRODUCTS))
                .learnNet(
                        List.of(new Task("labelled", 1, pairs(1, 40))),
                        new TaskValidation(List.of(new Task("labelled", 1, pairs(41, PRODUCTS)))),
                        null,
                        epoch -> {});
    }

    @Test
    void isTheSameOnceWrittenAndRead() throws IOException {
        LearnedNet net = learn();
        Path file = folder.resolve("part.net");
        Atomic.write(file, net::write);

        LearnedNet read = LearnedNet.read(file);

        Matrix before = net.embed(compounds.rows());
        Matrix after = read.embed(compounds.rows());
        assertThat(after.columns()).isEqualTo(read.width());
        assertThat(Arrays.equals(after.values(), before.values())).isTrue();
        assertThat(read.layout()).isEqualTo(compounds.layout());
        assertThat(read.worth()).isEqualTo(net.worth()).containsOnlyKeys("code", "picture");
    }

    @Test
    void whatIsNoNetIsRefused() throws IOException {
        Path file = folder.resolve("part.net");
        Atomic.write(file, learn()::write);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(() -> LearnedNet.read(file)).hasMessageContaining("ends too early");
        bytes[7] = 9;
        Files.write(file, bytes);
        assertThatThrownBy(() -> LearnedNet.read(file)).hasMessageContaining("has version 9, this build reads 1");
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> LearnedNet.read(file)).hasMessageContaining("is no net");
    }

    @Test
    void tasksAreValidatedEachByItsWeight() {
        Task right = new Task("right", 3, List.of(new Pair(0, 1, true), new Pair(0, 2, false)));
        Task wrong = new Task("wrong", 1, List.of(new Pair(0, 2, true), new Pair(0, 1, false)));
        // By the angle rows 0 and 1 are the same, by the distance 0 and 2 are nearer.
        float[][] vectors = {{1, 0}, {9, 0}, {0, 1}};
        TaskValidation validation = new TaskValidation(List.of(right, wrong));
        int[] rows = validation.rows();
        Matrix embedded = new Matrix();
        embedded.resize(rows.length, 2);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(vectors[rows[i]], 0, embedded.values(), embedded.offset(i), 2);
        }

        assertThat(validation.measure(embedded)[0]).isCloseTo((3 * 1 + 1 * 0.5) / 4, within(1e-12));
    }
}

package akin.similar.siamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.kernel.Matrix;
import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.figures.PairFigures;
import akin.similar.nearest.ExactSearch;
import akin.similar.nearest.Nearest;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SiameseTest {
    private static final int PRODUCTS = 200;
    private static final Sides SIDES = new Sides(PRODUCTS, 2 * PRODUCTS);

    @TempDir
    private Path folder;

    /** Products of which a code tells which is which, while a picture tells nothing, and some lack the code. */
    private final Compounds compounds = Toys.compounds(PRODUCTS);

    private final List<Pair> train = pairs(0, 120);
    private final List<Pair> valid = pairs(120, 160);
    private final List<Pair> test = pairs(160, 200);

    private static List<Pair> pairs(int from, int to) {
        List<Pair> pairs = new ArrayList<>();
        Random random = new Random(from);
        for (int i = from; i < to; i++) {
            pairs.add(new Pair(i, PRODUCTS + i, true));
            for (int n = 0; n < 4; n++) {
                int other = from + random.nextInt(to - from);
                if (other != i) {
                    pairs.add(new Pair(i, PRODUCTS + other, false));
                }
            }
        }
        return pairs;
    }

    private static SiameseSettings settings(PairLoss loss, int epochs) {
        return new SiameseSettings(List.of(16, 8), loss, epochs, epochs, 32, 0.001, 0.05, 0.1, 1);
    }

    private Siamese siamese(SiameseSettings settings) {
        return new Siamese(settings, compounds, SIDES);
    }

    private Embeddings learn(Siamese siamese, Path kept) throws IOException {
        return siamese.learn(List.of(new Task("labelled", 1, train)), new PairValidation(valid), kept, epoch -> {});
    }

    private static PairFigures figures(List<Pair> pairs, Embeddings embeddings) {
        return PairFigures.of(pairs, pair -> embeddings.score(pair.left(), pair.right()));
    }

    @ParameterizedTest
    @EnumSource(PairLoss.class)
    void learnsWhichInputIsWorthWhat(PairLoss loss) throws IOException {
        Siamese siamese = siamese(settings(loss, 20));
        double learned = figures(test, learn(siamese, null)).averagePrecision();
        double compound = figures(test, Embeddings.of(compounds.all(), SIDES)).averagePrecision();

        assertThat(learned).isGreaterThan(compound + 0.1);
        assertThat(siamese.worth().get("code"))
                .isGreaterThan(2 * siamese.worth().get("picture"));
        assertThat(siamese.curve().get(19).loss())
                .isLessThan(siamese.curve().get(0).loss());
    }

    @Test
    void isAFunctionOfItsInput() throws IOException {
        Matrix one = learn(siamese(settings(PairLoss.LOGISTIC, 3)), null).left();
        Matrix other = learn(siamese(settings(PairLoss.LOGISTIC, 3)), null).left();
        Matrix seeded =
                learn(siamese(settings(PairLoss.LOGISTIC, 3).withSeed(2)), null).left();

        assertThat(other.values()).isEqualTo(one.values());
        assertThat(seeded.values()).isNotEqualTo(one.values());
    }

    @Test
    void goesOnWhereItWas() throws IOException {
        Path kept = folder.resolve("kept");
        Matrix straight = learn(siamese(settings(PairLoss.LOGISTIC, 6)), null).left();
        IllegalStateException killed = new IllegalStateException("killed");
        assertThatThrownBy(() -> siamese(settings(PairLoss.LOGISTIC, 6))
                        .learn(List.of(new Task("labelled", 1, train)), new PairValidation(valid), kept, epoch -> {
                            if (epoch.epoch() == 4) {
                                throw killed;
                            }
                        }))
                .isSameAs(killed);
        List<Integer> epochs = new ArrayList<>();

        Matrix resumed = siamese(settings(PairLoss.LOGISTIC, 6))
                .learn(
                        List.of(new Task("labelled", 1, train)),
                        new PairValidation(valid),
                        kept,
                        epoch -> epochs.add(epoch.epoch()))
                .left();

        assertThat(epochs).containsExactly(4, 5, 6);
        assertThat(Arrays.equals(resumed.values(), straight.values())).isTrue();
    }

    @Test
    void otherInputStartsAnewAndDamageIsTold() throws IOException {
        Path kept = folder.resolve("kept");
        learn(siamese(settings(PairLoss.LOGISTIC, 2)), kept);
        List<Integer> epochs = new ArrayList<>();
        siamese(settings(PairLoss.LOGISTIC, 2).withSeed(9))
                .learn(
                        List.of(new Task("labelled", 1, train)),
                        new PairValidation(valid),
                        kept,
                        epoch -> epochs.add(epoch.epoch()));
        assertThat(epochs).containsExactly(1, 2);

        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes);
        assertThatThrownBy(() -> learn(siamese(settings(PairLoss.LOGISTIC, 2).withSeed(9)), kept))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void otherLabelsOfTheValidationStartAnew() throws IOException {
        Path kept = folder.resolve("kept");
        learn(siamese(settings(PairLoss.LOGISTIC, 2)), kept);
        List<Pair> others = valid.stream()
                .map(pair -> new Pair(pair.left(), pair.right(), !pair.isSimilar()))
                .toList();
        List<Integer> epochs = new ArrayList<>();

        siamese(settings(PairLoss.LOGISTIC, 2))
                .learn(
                        List.of(new Task("labelled", 1, train)),
                        new PairValidation(others),
                        kept,
                        epoch -> epochs.add(epoch.epoch()));

        assertThat(epochs).containsExactly(1, 2);
    }

    @Test
    void aProductWithoutVectorIsLikeNoOther() {
        Embeddings embeddings = Embeddings.of(compounds.all(), SIDES);
        int without = 9;
        int alsoWithout = 9 * 23;

        assertThat(embeddings.score(without, alsoWithout)).isEqualTo(-2);
        assertThat(embeddings.score(1, alsoWithout)).isEqualTo(-2);
        Nearest[] found = new ExactSearch(embeddings.right())
                .search(embeddings.lefts(new int[] {without, 1}), 2 * PRODUCTS, (query, item) -> true);
        assertThat(found[0].rows()).isEmpty();
        assertThat(Arrays.stream(found[1].rows())).hasSize(PRODUCTS - 22).allMatch(row -> (PRODUCTS + row) % 9 != 0);
    }
}

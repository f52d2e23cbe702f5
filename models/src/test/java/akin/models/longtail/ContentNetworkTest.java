package akin.models.longtail;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.random.Hash;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentNetworkTest {
    private static final int ITEMS = 1200;
    private static final int INPUTS = 24;
    private static final int OUTPUTS = 8;
    private static final ContentSettings SETTINGS = new ContentSettings(32, 60, 32, 3e-3, 0, 5, 1);

    private final Matrix targets = targets();
    private final ContentNetwork network = new ContentNetwork(INPUTS, OUTPUTS, SETTINGS);

    @Test
    void foretellsItemsThatItDidNotLearnFrom() {
        double error = network.train(IntStream.range(0, ITEMS / 2).toArray(), ContentNetworkTest::content, targets);
        Matrix foretold = UnitVectors.of(network.foretell(ITEMS, ContentNetworkTest::content));

        double cosine = 0;
        for (int item = ITEMS / 2; item < ITEMS; item++) {
            cosine += Kernels.dot(
                    foretold.values(), foretold.offset(item), targets.values(), targets.offset(item), OUTPUTS);
        }
        assertThat(cosine / (ITEMS / 2)).isGreaterThan(0.9);
        assertThat(error).isBetween(0.0, 0.2);
    }

    @Test
    void isTheSameEachTime() {
        int[] items = IntStream.range(0, 200).toArray();
        network.train(items, ContentNetworkTest::content, targets);
        ContentNetwork again = new ContentNetwork(INPUTS, OUTPUTS, SETTINGS);
        again.train(items, ContentNetworkTest::content, targets);

        assertThat(again.foretell(ITEMS, ContentNetworkTest::content).values())
                .isEqualTo(network.foretell(ITEMS, ContentNetworkTest::content).values());
    }

    @Test
    void learnsNothingFromNoItems() {
        assertThat(network.train(new int[0], ContentNetworkTest::content, targets))
                .isNaN();
        assertThat(network.foretell(2, ContentNetworkTest::content).rows()).isEqualTo(2);
    }

    @Test
    void blendGoesFromContentToBehaviour() {
        Matrix learned = row(1, 0);
        Matrix foretold = row(0, 1);

        assertThat(blend(learned, foretold, 0)).containsExactly(0, 1);
        assertThat(blend(learned, foretold, 5)).containsExactly(0.70710677f, 0.70710677f);
        assertThat(blend(learned, foretold, 1_000_000)[0]).isGreaterThan(0.999f);
        assertThat(blend(row(0, 0), foretold, 3)).containsExactly(0, 1);
        assertThat(blend(learned, row(0, 0), 0.5)).containsExactly(1, 0);
        assertThat(blend(row(0, 0), row(0, 0), 3)).containsExactly(0, 0);
    }

    private static float[] blend(Matrix learned, Matrix foretold, double interactions) {
        int[] counts = {(int) Math.ceil(interactions)};
        return UnitVectors.blend(learned, foretold, counts, 5).values();
    }

    private static Matrix row(float... values) {
        Matrix matrix = new Matrix();
        matrix.zero(1, values.length);
        System.arraycopy(values, 0, matrix.values(), 0, values.length);
        return matrix;
    }

    private static float content(int item, int i) {
        return Hash.symmetric(Hash.of(1, item, i));
    }

    private static void content(int item, Matrix into, int row) {
        for (int i = 0; i < INPUTS; i++) {
            into.values()[into.offset(row) + i] = content(item, i);
        }
    }

    /** A linear function of the content, of length one. */
    private static Matrix targets() {
        Matrix targets = new Matrix();
        targets.zero(ITEMS, OUTPUTS);
        for (int item = 0; item < ITEMS; item++) {
            for (int k = 0; k < OUTPUTS; k++) {
                for (int i = 0; i < INPUTS; i++) {
                    targets.values()[targets.offset(item) + k] += content(item, i) * Hash.symmetric(Hash.of(2, k, i));
                }
            }
        }
        return UnitVectors.of(targets);
    }
}

package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Matrix;
import akin.similar.compound.Sides;
import java.util.List;
import org.junit.jupiter.api.Test;

class HardNegativesTest {
    private static Matrix line(float... places) {
        Matrix matrix = new Matrix();
        matrix.resize(places.length, 1);
        System.arraycopy(places, 0, matrix.values(), 0, places.length);
        return matrix;
    }

    @Test
    void hardNegativesAreTheNearestThatAreNotTheMatch() {
        // Left 0 and 1, right 2 to 5.
        Matrix vectors = line(1, 11, 1.1f, 1.2f, 10, 31);
        List<Pair> labelled = List.of(new Pair(0, 2, true), new Pair(0, 3, false));

        assertThat(new HardNegatives(1).mine(labelled, vectors, new Sides(2, 6)))
                .containsExactly(new Pair(0, 4, false), new Pair(1, 2, false));
    }

    @Test
    void noHardNegativesWhereProductsHaveSeveralMatches() {
        Matrix vectors = line(1, 11, 1.1f, 1.2f, 10, 31);
        List<Pair> several = List.of(new Pair(0, 2, true), new Pair(0, 3, true));

        assertThat(new HardNegatives(2).mine(several, vectors, new Sides(2, 6))).isEmpty();
        assertThat(new HardNegatives(2).mine(List.of(), vectors, new Sides(2, 6)))
                .isEmpty();
        assertThat(new HardNegatives(2).mine(List.of(new Pair(0, 2, true)), vectors, Sides.ofOne(6)))
                .isEmpty();
    }
}

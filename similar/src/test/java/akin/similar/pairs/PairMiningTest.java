package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.kernel.Matrix;
import akin.models.settings.InvalidSettingsException;
import akin.similar.compound.Sides;
import akin.similar.pairs.ViewToPurchase.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairMiningTest {
    private static Action view(String user, int item) {
        return new Action(user, item, false);
    }

    private static Action purchase(String user, int item) {
        return new Action(user, item, true);
    }

    @Test
    void theLastViewIsSimilarToThePurchaseAndOneLongBeforeIsNot() {
        List<Action> actions = List.of(
                view("a", 1),
                view("a", 2),
                view("b", 7),
                view("a", 3),
                view("a", 9),
                purchase("a", 9),
                purchase("b", 9));

        assertThat(new ViewToPurchase(3).mine(actions))
                .containsExactly(new Pair(3, 9, true), new Pair(1, 9, false), new Pair(7, 9, true));
    }

    @Test
    void whoSawNothingElseMakesNoPair() {
        assertThat(new ViewToPurchase(2).mine(List.of(view("a", 9), purchase("a", 9), purchase("b", 9))))
                .isEmpty();
    }

    @Test
    void viewsThatAreTooOldAreForgotten() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            actions.add(view("a", i));
        }
        actions.add(purchase("a", 5000));

        assertThat(new ViewToPurchase(20).mine(actions))
                .containsExactly(new Pair(999, 5000, true), new Pair(980, 5000, false));
    }

    @Test
    void cleaningDropsWhatTheInputsContradict() {
        Map<Integer, double[]> cosines = Map.of(
                1, new double[] {0.1, 0.7},
                2, new double[] {0.1, 0.5},
                3, new double[] {0.9, 0.95},
                4, new double[] {0.9, 0.2},
                5, new double[] {});
        List<Pair> pairs = new ArrayList<>();
        for (int left = 1; left <= 5; left++) {
            pairs.add(new Pair(left, 0, true));
            pairs.add(new Pair(left, 0, false));
        }

        PairCleaning.Cleaned cleaned = PairCleaning.DEFAULT.clean(pairs, (left, right) -> cosines.get(left));

        assertThat(cleaned.pairs())
                .containsExactly(
                        new Pair(1, 0, true),
                        new Pair(1, 0, false),
                        new Pair(2, 0, false),
                        new Pair(3, 0, true),
                        new Pair(4, 0, true),
                        new Pair(4, 0, false),
                        new Pair(5, 0, true),
                        new Pair(5, 0, false));
        assertThat(cleaned.similarDropped()).isOne();
        assertThat(cleaned.othersDropped()).isOne();
        assertThatThrownBy(() -> new PairCleaning(2, 0)).isInstanceOf(InvalidSettingsException.class);
    }

    private static Matrix line(float... places) {
        Matrix matrix = new Matrix();
        matrix.resize(places.length, 1);
        System.arraycopy(places, 0, matrix.values(), 0, places.length);
        return matrix;
    }

    @Test
    void hardNegativesAreTheNearestThatAreNotTheMatch() {
        // Left 0 and 1, right 2 to 5.
        Matrix vectors = line(0, 10, 0.1f, 0.2f, 9, 30);
        List<Pair> labelled = List.of(new Pair(0, 2, true), new Pair(0, 3, false));

        assertThat(new HardNegatives(1).mine(labelled, vectors, new Sides(2, 6)))
                .containsExactly(new Pair(0, 4, false), new Pair(1, 2, false));
    }

    @Test
    void noHardNegativesWhereProductsHaveSeveralMatches() {
        Matrix vectors = line(0, 10, 0.1f, 0.2f, 9, 30);
        List<Pair> several = List.of(new Pair(0, 2, true), new Pair(0, 3, true));

        assertThat(new HardNegatives(2).mine(several, vectors, new Sides(2, 6))).isEmpty();
        assertThat(new HardNegatives(2).mine(List.of(), vectors, new Sides(2, 6)))
                .isEmpty();
        assertThat(new HardNegatives(2).mine(List.of(new Pair(0, 2, true)), vectors, Sides.ofOne(6)))
                .isEmpty();
    }
}

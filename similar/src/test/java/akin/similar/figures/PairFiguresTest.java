package akin.similar.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.similar.pairs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairFiguresTest {
    private static PairFigures figures(String labels, double... scores) {
        List<Pair> pairs = new ArrayList<>();
        for (char label : labels.toCharArray()) {
            pairs.add(new Pair(0, 0, label == '+'));
        }
        return PairFigures.of(pairs, scores);
    }

    @Test
    void theThresholdLiesBetweenTheScoresWhereF1IsBest() {
        PairFigures figures = figures("++-+-", 0.9, 0.8, 0.7, 0.6, 0.5);

        assertThat(figures.bestThreshold()).isEqualTo(0.55);
        assertThat(figures.f1At(0.55)).isCloseTo(2 * 3.0 / (4 + 3), within(1e-12));
        assertThat(figures.f1At(0.75)).isCloseTo(2 * 2.0 / (2 + 3), within(1e-12));
        assertThat(figures.f1At(2)).isZero();
    }

    @Test
    void recallAtAPrecision() {
        PairFigures figures = figures("++-+-", 0.9, 0.8, 0.7, 0.6, 0.5);

        assertThat(figures.recallAt(1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(figures.recallAt(0.75)).isEqualTo(1);
        assertThat(figures.averagePrecision()).isCloseTo((1 + 1 + 0.75) / 3, within(1e-12));
    }

    @Test
    void equalScoresAreAcceptedTogether() {
        PairFigures figures = figures("+-", 0.5, 0.5);

        assertThat(figures.f1At(0.5)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(figures.recallAt(0.9)).isZero();
    }

    @Test
    void withoutSimilarPairsAllIsZero() {
        PairFigures figures = figures("--", 0.5, 0.4);

        assertThat(figures.f1At(figures.bestThreshold())).isZero();
        assertThat(figures.recallAt(0.5)).isZero();
        assertThat(figures("").bestThreshold()).isZero();
    }

    @Test
    void noThresholdIsBetterThanTheBest() {
        Random random = new Random(1);
        List<Pair> pairs = new ArrayList<>();
        double[] scores = new double[200];
        for (int i = 0; i < scores.length; i++) {
            boolean isSimilar = random.nextInt(4) == 0;
            pairs.add(new Pair(0, 0, isSimilar));
            scores[i] = Math.round(random.nextGaussian() * 5 + (isSimilar ? 4 : 0));
        }
        PairFigures figures = PairFigures.of(pairs, scores);
        double best = figures.f1At(figures.bestThreshold());

        for (double threshold = -20; threshold < 20; threshold += 0.5) {
            assertThat(figures.f1At(threshold))
                    .isEqualTo(naiveF1(pairs, scores, threshold))
                    .isLessThanOrEqualTo(best);
        }
    }

    private static double naiveF1(List<Pair> pairs, double[] scores, double threshold) {
        int right = 0;
        int accepted = 0;
        int similar = 0;
        for (int i = 0; i < scores.length; i++) {
            similar += pairs.get(i).isSimilar() ? 1 : 0;
            accepted += scores[i] >= threshold ? 1 : 0;
            right += scores[i] >= threshold && pairs.get(i).isSimilar() ? 1 : 0;
        }
        return accepted + similar == 0 ? 0 : 2.0 * right / (accepted + similar);
    }

    @Test
    void averagePrecisionIsTheMeanOfThePrecisionAtSimilarPairs() {
        Random random = new Random(7);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pairs.add(new Pair(random.nextInt(30), i, random.nextInt(4) == 0));
        }
        PairFigures figures = PairFigures.of(pairs, Pair::left);

        double mean = pairs.stream()
                .filter(Pair::isSimilar)
                .mapToDouble(pair -> figures.precisionFrom(pair.left()))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(figures.averagePrecision(), within(1e-12));
    }
}

package akin.similar.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.settings.InvalidSettingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairCleaningTest {
    @Test
    void dropsWhatTheInputsContradict() {
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

        PairCleaning.Cleaned cleaned = new PairCleaning(0.6, 0.8).clean(pairs, (left, right) -> cosines.get(left));

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
    }

    @Test
    void cosinesAreChecked() {
        assertThatThrownBy(() -> new PairCleaning(2, 0)).isInstanceOf(InvalidSettingsException.class);
    }
}

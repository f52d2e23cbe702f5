package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BestTest {
    private final Best best = new Best();
    private final int[] rows = new int[300];
    private final float[] scores = new float[300];

    @Property(tries = 300, seed = "1")
    void keepsWhatSortingPutsFirst(
            @ForAll long seed, @ForAll @IntRange(max = 200) int n, @ForAll @IntRange(max = 100) int k) {
        Random random = new Random(seed);
        List<float[]> offered = new ArrayList<>();
        best.clear(k);
        for (int row = 0; row < n; row++) {
            float score = (random.nextInt(41) - 20) / 20f;
            offered.add(new float[] {score, row});
            best.offer(score, row);
        }
        offered.sort(Comparator.<float[]>comparingDouble(one -> -one[0]).thenComparingDouble(one -> one[1]));

        assertThat(best.drain(rows, scores)).isEqualTo(Math.min(n, k));
        for (int i = 0; i < Math.min(n, k); i++) {
            assertThat(rows[i]).isEqualTo((int) offered.get(i)[1]);
            assertThat(scores[i]).isEqualTo(offered.get(i)[0]);
        }
    }

    @Test
    void leavesOutWhatHasNoScore() {
        best.clear(3);
        best.offer(Float.NaN, 1);
        best.offer(-0.5f, 2);

        assertThat(best.drain(rows, scores)).isEqualTo(1);
        assertThat(rows[0]).isEqualTo(2);
        assertThat(best.drain(rows, scores)).isZero();
    }
}

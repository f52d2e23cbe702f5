package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BeamTest {
    private record Near(float cosine, int row) {
        static final Comparator<Near> ORDER =
                Comparator.comparingDouble((Near near) -> -near.cosine).thenComparingInt(Near::row);
    }

    private final Beam beam = new Beam();

    @Property(tries = 300, seed = "1")
    void keepsWhatSortingPutsFirst(
            @ForAll long seed, @ForAll @IntRange(max = 300) int n, @ForAll @IntRange(min = 1, max = 200) int k) {
        Random random = new Random(seed);
        List<Near> offered = new ArrayList<>();
        beam.clear(k);
        for (int row = 0; row < n; row++) {
            Near near = new Near((random.nextInt(41) - 20) / 20f, row);
            offered.add(near);
            boolean isTaken = beam.offer(near.cosine, row);
            offered.sort(Near.ORDER);
            assertThat(isTaken).isEqualTo(offered.indexOf(near) < k);
        }

        assertThat(beam.size()).isEqualTo(Math.min(n, k));
        for (int i = 0; i < beam.size(); i++) {
            assertThat(new Near(beam.cosine(i), beam.row(i))).isEqualTo(offered.get(i));
        }
    }

    @Property(tries = 300, seed = "1")
    void followsTheNearestThatWasNotFollowed(@ForAll long seed) {
        Random random = new Random(seed);
        Set<Integer> followed = new HashSet<>();
        beam.clear(20);
        for (int row = 0; row < 200; row++) {
            beam.offer(random.nextFloat(), row);
            if (random.nextInt(3) == 0) {
                int expected = -1;
                for (int i = beam.size() - 1; i >= 0; i--) {
                    expected = followed.contains(beam.row(i)) ? expected : beam.row(i);
                }
                assertThat(beam.follow()).isEqualTo(expected);
                followed.add(expected);
            }
        }
    }

    @Test
    void takesARowOnce() {
        beam.clear(3);

        assertThat(beam.offer(0.5f, 2)).isTrue();
        assertThat(beam.offer(0.5f, 2)).isFalse();
        assertThat(beam.size()).isEqualTo(1);
        assertThat(beam.row(0)).isEqualTo(2);
    }
}

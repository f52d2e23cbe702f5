package akin.similar.index;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.random.Hash;
import org.junit.jupiter.api.Test;

class ReachTest {
    private final Reach reach = new Reach(1000, 128, 4, 200);

    @Test
    void oneIndexIsAskedForAll() {
        assertThat(reach.nearest(50_000, 50_000)).isEqualTo(1000);
        assertThat(reach.width(1000)).isEqualTo(4000);
    }

    @Test
    void anIndexOfManyIsAskedForItsShareAndSixDeviations() {
        assertThat(reach.nearest(5000, 50_000)).isEqualTo(100 + 60 + 1);
        assertThat(reach.nearest(45_000, 50_000)).isEqualTo(1000);
        assertThat(reach.nearest(0, 0)).isEqualTo(1);
        assertThat(reach.width(10)).isEqualTo(128);
    }

    @Test
    void nothingIsLeftOutOfAnyOfManyIndexes() {
        int[] nearest = {1, 5, 20, 100, 1000};
        for (int n : nearest) {
            for (int indexes = 2; indexes <= 50; indexes += 12) {
                int asked = new Reach(n, 1, 1, 0).nearest(1, indexes);
                for (int query = 0; query < 200; query++) {
                    int[] held = new int[indexes];
                    for (int place = 0; place < n; place++) {
                        held[(int) Hash.below(Hash.of(n, query, place), indexes)]++;
                    }
                    for (int one : held) {
                        assertThat(one).isLessThanOrEqualTo(asked);
                    }
                }
            }
        }
    }

    @Test
    void aSmallIndexIsComparedAsAWhole() {
        assertThat(reach.isScan(200 * 128, 10)).isTrue();
        assertThat(reach.isScan(200 * 128 + 1, 10)).isFalse();
        assertThat(reach.isScan(800_000, 1000)).isTrue();
        assertThat(new Reach(1000, 128, 4, 0).isScan(1, 1000)).isFalse();
    }
}

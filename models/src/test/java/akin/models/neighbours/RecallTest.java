package akin.models.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.memory.Memory;
import org.junit.jupiter.api.Test;

class RecallTest {
    private final Clusters space = new Clusters(new Memory(), 20);
    private final Cosines anchor = new Cosines(space);

    /** Finds the nearest but for each {@code n}-th of them. */
    private Nearest missing(int n) {
        return (row, k, rows, cosines) -> {
            anchor.from(row);
            int[] nearest = Naive.nearest(space, row, 2 * k);
            int found = 0;
            for (int i = 0; i < nearest.length && found < k; i++) {
                if (i % n != n - 1) {
                    rows[found] = nearest[i];
                    cosines[found++] = anchor.to(nearest[i]);
                }
            }
            return found;
        };
    }

    @Test
    void isOneWhereAllIsFoundOrThereIsNothing() {
        assertThat(new Recall(space, missing(1000)).measure()).isEqualTo(1);
        space.fill(500);
        assertThat(new Recall(space, missing(1000)).measure()).isEqualTo(1);
    }

    @Test
    void countsWhatIsAsNearAndNotFound() {
        space.fill(500);

        assertThat(new Recall(space, missing(3)).measure()).isCloseTo(2 / 3.0, within(0.02));
        assertThat(new Recall(space, missing(31)).measure()).isEqualTo(1);
    }

    @Test
    void estimatesBySampleAmongMany() {
        space.fill(20_000);

        assertThat(new Recall(space, missing(3)).measure()).isCloseTo(2 / 3.0, within(0.1));
    }

    @Test
    void countsAllAsMissedWhereFewAreFound() {
        space.fill(500);

        assertThat(new Recall(space, (row, k, rows, cosines) -> 0).measure()).isZero();
    }
}

package akin.models.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.statistics.Mismatch;
import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final int USERS = 1_000_000;

    @Test
    void aMillionUsersSpreadEvenly() {
        for (String salt : new String[] {"ranker-2026", "", "x"}) {
            long[] counts = new long[Buckets.COUNT];
            for (int user = 0; user < USERS; user++) {
                counts[Buckets.of(salt, "user-" + user)]++;
            }
            double[] shares = new double[Buckets.COUNT];
            Arrays.fill(shares, 1.0 / Buckets.COUNT);
            assertThat(Mismatch.p(counts, shares)).as(salt).isBetween(0.001, 0.999);
        }
    }

    @Test
    void layersAreIndependentAndSoIsTheRamp() {
        long[][] layers = new long[10][10];
        long[][] ramp = new long[10][10];
        for (int user = 0; user < USERS; user++) {
            int one = Buckets.of("layer-1", "u" + user) / 100;
            layers[one][Buckets.of("layer-2", "u" + user) / 100]++;
            ramp[one][(int) (10 * Buckets.ramp("layer-1", "u" + user))]++;
        }
        assertThat(new ChiSquareTest().chiSquareTest(layers)).isBetween(0.001, 0.999);
        assertThat(new ChiSquareTest().chiSquareTest(ramp)).isBetween(0.001, 0.999);
    }

    /** Checked in: another build that gave other buckets would move users between the arms of running experiments. */
    @Test
    void aUserKeepsTheBucketFromVersionToVersion() {
        assertThat(Buckets.of("ranker-2026", "u1")).isEqualTo(546);
        assertThat(Buckets.of("ranker-2026", "größe ✓")).isEqualTo(677);
        assertThat(Buckets.of("", "")).isEqualTo(471);
    }
}

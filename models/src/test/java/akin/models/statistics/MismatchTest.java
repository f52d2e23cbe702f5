package akin.models.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class MismatchTest {
    private static final double[] EVEN = {0.5, 0.5};

    @Test
    void givesTheKnownFigures() {
        long[] counts = {50_000, 51_200};

        assertThat(Mismatch.chiSquare(counts, EVEN)).isCloseTo(14.229, within(0.001));
        assertThat(Mismatch.p(counts, EVEN)).isCloseTo(.000162, within(1e-6));
    }

    @Test
    void agreesWithCommonsMath() {
        long[] counts = {310, 190, 520};
        double[] shares = {0.3, 0.2, 0.5};

        assertThat(Mismatch.p(counts, shares))
                .isCloseTo(new ChiSquareTest().chiSquareTest(new double[] {306, 204, 510}, counts), within(1e-12));
        assertThat(Mismatch.p(new long[] {0, 0}, EVEN)).isEqualTo(1);
        assertThat(Mismatch.sequentialP(new long[] {0, 0}, EVEN)).isEqualTo(1);
    }

    @Test
    void itsAlarmIsRareWithoutAMismatchAndSoonWithOne() {
        assertThat(alarms(0.5, 10_000, 1000)).isLessThanOrEqualTo(10);
        assertThat(alarms(0.55, 10_000, 200)).isEqualTo(200);
        assertThat(alarms(0.51, 100_000, 100)).isGreaterThan(95);
    }

    /** Of so many runs, in how many the alarm went off within so many users, looked at every 100. */
    private static int alarms(double share, int users, int runs) {
        Random random = new Random(3);
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            long[] counts = new long[2];
            for (int user = 1; user <= users; user++) {
                counts[random.nextDouble() < share ? 0 : 1]++;
                if (user % 100 == 0 && Mismatch.sequentialP(counts, EVEN) <= Analysis.MISMATCH_ALPHA) {
                    alarms++;
                    break;
                }
            }
        }
        return alarms;
    }
}

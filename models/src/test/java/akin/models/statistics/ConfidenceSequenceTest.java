package akin.models.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceSequenceTest {
    @ParameterizedTest
    @CsvSource({
        "100, .05, .1, .365639487",
        "1000, .05, .05, .100707093",
        "10000, .05, .02, .030823900",
        "50000, .01, .01, .016249628",
        "1000000, .05, .005, .003101539"
    })
    void hasThePublishedWidth(double n, double alpha, double rho, double width) {
        assertThat(new ConfidenceSequence(alpha, rho).halfWidth(1, n)).isCloseTo(width, within(1e-9));
        assertThat(new ConfidenceSequence(alpha, rho).halfWidth(3, n)).isCloseTo(3 * width, within(1e-8));
    }

    @Test
    void isTunedForANumberOfUsers() {
        ConfidenceSequence tuned = ConfidenceSequence.tunedFor(5000, 0.05);

        assertThat(tuned.rho()).isCloseTo(.03984007, within(1e-8));
        assertThat(tuned.halfWidth(1, 5000)).isLessThan(new ConfidenceSequence(0.05, 0.02).halfWidth(1, 5000));
        assertThat(tuned.halfWidth(1, 5000)).isLessThan(new ConfidenceSequence(0.05, 0.08).halfWidth(1, 5000));
        assertThat(tuned.p(4, 10_000)).isCloseTo(.00221387, within(1e-8));
    }

    @Test
    void itsPIsTheLevelAtWhichTheIntervalTouches0() {
        ConfidenceSequence sequence = ConfidenceSequence.tunedFor(5000, 0.05);
        double touching = sequence.halfWidth(1, 3000) * Math.sqrt(3000);

        assertThat(sequence.p(touching, 3000)).isCloseTo(0.05, within(1e-12));
        assertThat(sequence.p(0, 3000)).isEqualTo(1);
    }

    @Test
    void tellsHowManyUsersItTakes() {
        ConfidenceSequence sequence = ConfidenceSequence.tunedFor(5000, 0.05);
        long users = sequence.usersFor(0.05, 1, 0);

        assertThat(sequence.halfWidth(1, users)).isLessThanOrEqualTo(0.05);
        assertThat(sequence.halfWidth(1, users - 1)).isGreaterThan(0.05);
        assertThat(sequence.usersFor(0.05, 1, 0.84)).isGreaterThan(users);
        assertThat(sequence.usersFor(1e9, 1, 0)).isEqualTo(1);
    }

    /** The mixture test with the same mixture is the same test; it is computed by another formula. */
    @Test
    void agreesWithTheMixtureTest() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 0.03);

        assertThat(Msprt.p(0.1, 2, 4000, 2 * 0.03))
                .isCloseTo(sequence.p(0.1 / (2 / Math.sqrt(4000)), 4000), within(1e-12));
        assertThat(Msprt.p(0.1, 0, 4000, 0.1)).isEqualTo(1);
    }

    /** Normal numbers without effect, looked at every 100: few leave the sequence, far more a test for one look. */
    @Test
    void isRarelyLeftHoweverOftenOneLooks() {
        ConfidenceSequence sequence = ConfidenceSequence.tunedFor(5000, 0.05);
        Random random = new Random(7);
        int left = 0;
        int leftFixed = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            double least = 1;
            double leastFixed = 1;
            for (int n = 1; n <= 10_000; n++) {
                sum += random.nextGaussian();
                if (n % 100 == 0) {
                    least = Math.min(least, sequence.p(sum / Math.sqrt(n), n));
                    leastFixed = Math.min(leastFixed, FixedTests.normal(sum / Math.sqrt(n)));
                }
            }
            left += least <= 0.05 ? 1 : 0;
            leftFixed += leastFixed <= 0.05 ? 1 : 0;
        }
        assertThat((double) left / runs).isBetween(0.005, 0.04);
        assertThat((double) leftFixed / runs).isBetween(0.30, 0.45);
    }
}

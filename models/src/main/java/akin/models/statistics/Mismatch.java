package akin.models.statistics;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;

/** Tells whether arms have the shares of users that they should have; if not, something loses users, and no figure holds. */
public final class Mismatch {
    /**
     * How sure the alternative is of the shares: it expects them about 1/√(4·this) beside the right ones, two points in a
     * hundred, which suits some ten thousands of users.
     */
    private static final double CONCENTRATION = 1000;

    private Mismatch() {}

    /** Returns Pearson's χ² of the counts. */
    public static double chiSquare(long[] counts, double[] shares) {
        double users = total(counts);
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = users * shares[i];
            sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return sum;
    }

    /** Returns its p, right at one look. */
    public static double p(long[] counts, double[] shares) {
        if (total(counts) == 0 || counts.length < 2) {
            return 1;
        }
        return 1
                - new ChiSquaredDistribution(null, counts.length - 1.0)
                        .cumulativeProbability(chiSquare(counts, shares));
    }

    /**
     * Returns p of a test that may be looked at after each user: one over the Bayes factor of Dirichlet-distributed shares
     * against the right ones [Lindon and Malek, Anytime-valid inference for multinomial count data, 2022].
     */
    public static double sequentialP(long[] counts, double[] shares) {
        double users = total(counts);
        double log = Gamma.logGamma(CONCENTRATION) - Gamma.logGamma(CONCENTRATION + users);
        for (int i = 0; i < counts.length; i++) {
            double prior = CONCENTRATION * shares[i];
            log += Gamma.logGamma(prior + counts[i]) - Gamma.logGamma(prior);
            log -= counts[i] * StrictMath.log(shares[i]);
        }
        return Math.min(1, StrictMath.exp(-log));
    }

    private static double total(long[] counts) {
        double users = 0;
        for (long count : counts) {
            users += count;
        }
        return users;
    }
}

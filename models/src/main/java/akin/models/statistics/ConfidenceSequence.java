package akin.models.statistics;

import java.io.Serializable;

/**
 * An interval for a mean that holds at all times at once, however often one looks: the asymptotic confidence sequence of
 * Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (arXiv 2103.06476), with half width σ √(2(nρ²+1)/(nρ)² · ln(√(nρ²+1)/α)).
 *
 * @param alpha the chance that it ever leaves the truth out
 * @param rho where it is narrowest, see {@link #tunedFor}
 */
public record ConfidenceSequence(double alpha, double rho) implements Serializable {

    /** Returns the sequence that is the narrowest at a number of users. */
    public static ConfidenceSequence tunedFor(double users, double alpha) {
        double most = -2 * StrictMath.log(alpha);
        return new ConfidenceSequence(alpha, Math.sqrt((most + StrictMath.log(1 + most)) / users));
    }

    /** Returns half the width of the interval after {@code n} users. */
    public double halfWidth(double deviation, double n) {
        double grown = n * rho * rho + 1;
        double squared = 2 * grown / (n * rho * n * rho) * StrictMath.log(Math.sqrt(grown) / alpha);
        return deviation * Math.sqrt(squared);
    }

    /** Returns the smallest α at which a mean that is {@code z} standard errors away from 0 is told from it. */
    public double p(double z, double n) {
        double grown = n * rho * rho + 1;
        double p = Math.sqrt(grown) * StrictMath.exp(-z * z * (grown - 1) / (2 * grown));
        return Math.min(1, p);
    }

    /**
     * Returns how many users it takes until an effect is told from 0 with a given chance; at least 1.
     *
     * @param quantile of the normal distribution at that chance, 0 for one half
     */
    public long usersFor(double effect, double deviation, double quantile) {
        long low = 0;
        long high = 1;
        while (!tells(effect, deviation, quantile, high) && high < Long.MAX_VALUE / 4) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (tells(effect, deviation, quantile, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean tells(double effect, double deviation, double quantile, long n) {
        return halfWidth(deviation, n) + quantile * deviation / Math.sqrt(n) <= effect;
    }
}

package akin.models.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** The classical tests, each right at one look whose time was fixed before the start, and wrong when one peeks. */
public final class FixedTests {
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private FixedTests() {}

    /** Returns the two-sided p of the test that suits the metric: z for shares and ratios, Welch's t for means. */
    public static double p(Metric metric, Difference difference) {
        if (metric.isShare()) {
            return share(difference);
        }
        return metric.per() == null ? welch(difference) : normal(difference.z());
    }

    /** Returns p of Welch's t test. */
    public static double welch(Difference difference) {
        double freedom = freedom(difference);
        if (!(freedom > 0)) {
            return 1;
        }
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(difference.z()));
    }

    /** Welch's and Satterthwaite's degrees of freedom. */
    private static double freedom(Difference difference) {
        double a = difference.control().squaredError();
        double b = difference.treatment().squaredError();
        return (a + b)
                * (a + b)
                / (a * a / (difference.control().users() - 1)
                        + b * b / (difference.treatment().users() - 1));
    }

    /** Returns p of the z test for two shares, with the variance of both together. */
    public static double share(Difference difference) {
        double n = difference.control().users();
        double m = difference.treatment().users();
        double pooled =
                (n * difference.control().value() + m * difference.treatment().value()) / (n + m);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        return error > 0 ? normal(difference.effect() / error) : 1;
    }

    /** Returns the chance that a normal number is farther from 0 than {@code z}. */
    public static double normal(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** Returns the number below which a normal number is with a chance of {@code p}. */
    public static double quantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }
}

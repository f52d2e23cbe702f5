package akin.models.statistics;

/**
 * How many users it takes.
 *
 * @param alpha chance of a difference that isn't there
 * @param power chance to find one that is there
 */
public record Power(double alpha, double power) {

    /**
     * Returns the users of both arms that a test at a fixed time needs.
     *
     * @param effect absolute, what the treatment has more
     * @param variance of a user's contribution
     * @param share of the users that are in the treatment
     */
    public double fixed(double effect, double variance, double share) {
        double quantiles = FixedTests.quantile(1 - alpha / 2) + FixedTests.quantile(power);
        return quantiles * quantiles * variance / (share * (1 - share)) / (effect * effect);
    }

    /**
     * Returns the users by which the confidence sequence, tuned for the fixed test's number, has told the effect from 0 with
     * this power, about.
     */
    public long sequential(double effect, double variance, double share) {
        ConfidenceSequence sequence = ConfidenceSequence.tunedFor(fixed(effect, variance, share), alpha);
        double deviation = Math.sqrt(variance / (share * (1 - share)));
        return sequence.usersFor(effect, deviation, FixedTests.quantile(power));
    }
}

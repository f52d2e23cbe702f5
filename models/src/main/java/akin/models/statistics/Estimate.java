package akin.models.statistics;

/**
 * A metric of one arm. A ratio R = Σx/Σd is taken as the mean of the users' (x − R·d)/d̄ + R, which is what the delta
 * method says of it.
 *
 * @param users how many there are
 * @param value the mean or ratio; NaN when the denominator is 0
 * @param variance of one user's contribution
 * @param activity mean of the covariate
 * @param activityVariance its variance
 * @param covariance of a user's contribution and the covariate
 */
public record Estimate(
        long users, double value, double variance, double activity, double activityVariance, double covariance) {

    /** What a metric is compared with that has no control of its own: 0. */
    static final Estimate ZERO = new Estimate(0, 0, 0, 0, 0, 0);

    /** Estimates a metric. */
    public static Estimate of(Moments moments, Metric metric) {
        Measure x = metric.of();
        Measure d = metric.per();
        Measure z = Measure.ACTIVITY;
        double activity = moments.users() == 0 ? 0 : moments.mean(z);
        if (d == null) {
            double value = moments.users() == 0 ? Double.NaN : moments.mean(x);
            return new Estimate(
                    moments.users(),
                    value,
                    moments.variance(x),
                    activity,
                    moments.variance(z),
                    moments.covariance(x, z));
        }
        if (moments.sum(d) == 0) {
            return new Estimate(moments.users(), Double.NaN, 0, activity, moments.variance(z), 0);
        }
        double ratio = (double) moments.sum(x) / moments.sum(d);
        double mean = moments.mean(d);
        double variance =
                moments.variance(x) - 2 * ratio * moments.covariance(x, d) + ratio * ratio * moments.variance(d);
        return new Estimate(
                moments.users(),
                ratio,
                Math.max(0, variance) / (mean * mean),
                activity,
                moments.variance(z),
                (moments.covariance(x, z) - ratio * moments.covariance(d, z)) / mean);
    }

    /** Returns whether there is a value: users, and a denominator that is not 0. */
    public boolean isDefined() {
        return !Double.isNaN(value);
    }

    /** Returns the square of the standard error. */
    public double squaredError() {
        return variance == 0 ? 0 : variance / users;
    }

    /**
     * Takes out what the covariate explains [CUPED, Deng et al., WSDM 2013].
     *
     * @param slope of the metric by the covariate, the same for all arms that are compared
     * @param centre the covariate's mean over these arms
     */
    Estimate adjusted(double slope, double centre) {
        double left = variance - 2 * slope * covariance + slope * slope * activityVariance;
        return new Estimate(
                users, value - slope * (activity - centre), Math.max(0, left), activity, activityVariance, covariance);
    }
}

package akin.models.statistics;

/**
 * The mixture sequential probability ratio test with a normal mixture [Robbins 1970; Johari et al., Always valid inference,
 * 2022], the usual always-valid test, to compare the confidence sequence with.
 */
public final class Msprt {
    private Msprt() {}

    /**
     * Returns 1/Λ, at most 1.
     *
     * @param effect the mean so far
     * @param deviation of one observation
     * @param n observations
     * @param tau standard deviation of the effects that are expected
     */
    public static double p(double effect, double deviation, double n, double tau) {
        double variance = deviation * deviation;
        if (variance <= 0) {
            return 1;
        }
        double spread = variance + n * tau * tau;
        double exponent = n * n * tau * tau * effect * effect / (2 * variance * spread);
        return Math.min(1, Math.sqrt(spread / variance) * StrictMath.exp(-exponent));
    }
}

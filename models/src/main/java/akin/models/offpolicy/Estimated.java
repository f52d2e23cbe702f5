package akin.models.offpolicy;

/**
 * Clicks per list that a ranker would have had.
 *
 * @param error standard error, with the user as the unit
 */
public record Estimated(double value, double error) {
    private static final double QUANTILE = 1.959963984540054;

    /** The lower end of the interval that holds the truth with a chance of 95 %. */
    public double low() {
        return value - QUANTILE * error;
    }

    /** Its upper end. */
    public double high() {
        return value + QUANTILE * error;
    }
}

package akin.models.statistics;

/** From the one to the other, both included. */
public record Interval(double low, double high) {
    static Interval around(double middle, double half) {
        return new Interval(middle - half, middle + half);
    }

    /** Returns whether a number lies inside. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    Interval over(double divisor) {
        return new Interval(low / divisor, high / divisor);
    }
}

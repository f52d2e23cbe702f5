package akin.models.statistics;

import java.util.Arrays;

/**
 * Sums of the users' numbers and of their products. They are whole numbers, so that the order in which users come doesn't
 * matter and sums of parts are the sums of the whole. Mutable.
 *
 * <p>A sum of squares stays below 2^63 as long as numbers are at most {@link #MOST} and users at most nine millions, or far
 * more of them with smaller numbers.
 */
public final class Moments {
    /** Greatest number of one user. */
    public static final long MOST = 1_000_000;

    private final int dimensions;
    private long users;
    private final long[] sums;
    /** The lower triangle, row by row. */
    private final long[] products;

    public Moments(int dimensions) {
        this(dimensions, 0, new long[dimensions], new long[dimensions * (dimensions + 1) / 2]);
    }

    private Moments(int dimensions, long users, long[] sums, long[] products) {
        this.dimensions = dimensions;
        this.users = users;
        this.sums = sums;
        this.products = products;
    }

    /** Makes moments of all measures. */
    public static Moments ofMeasures() {
        return new Moments(Measure.COUNT);
    }

    /** Makes moments from what {@link #users}, {@link #sums} and {@link #products} gave. */
    public static Moments of(long users, long[] sums, long[] products) {
        return new Moments(sums.length, users, sums.clone(), products.clone());
    }

    /** Adds a user. */
    public void add(long[] user) {
        users++;
        accumulate(user, 1);
    }

    /** Takes out a user whose numbers have changed since. */
    public void remove(long[] user) {
        users--;
        accumulate(user, -1);
    }

    private void accumulate(long[] user, int sign) {
        int at = 0;
        for (int i = 0; i < dimensions; i++) {
            long value = sign * user[i];
            sums[i] += value;
            if (value == 0) {
                at += i + 1;
                continue;
            }
            for (int j = 0; j <= i; j++) {
                products[at++] += value * user[j];
            }
        }
    }

    /** Adds all users of other moments. */
    public void add(Moments other) {
        users += other.users;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        for (int i = 0; i < products.length; i++) {
            products[i] += other.products[i];
        }
    }

    /** Number of users. */
    public long users() {
        return users;
    }

    /** The sums, to be persisted. */
    public long[] sums() {
        return sums.clone();
    }

    /** The sums of products, to be persisted. */
    public long[] products() {
        return products.clone();
    }

    /** Returns the sum of a number. */
    public long sum(Measure measure) {
        return sums[measure.ordinal()];
    }

    /** Returns a number's mean. */
    public double mean(Measure measure) {
        return (double) sum(measure) / users;
    }

    /** Returns the sample covariance of two numbers, 0 with fewer than two users. */
    public double covariance(Measure a, Measure b) {
        if (users < 2) {
            return 0;
        }
        int high = Math.max(a.ordinal(), b.ordinal());
        int low = Math.min(a.ordinal(), b.ordinal());
        double product = products[high * (high + 1) / 2 + low];
        return (product - (double) sums[high] / users * sums[low]) / (users - 1);
    }

    /** Returns the sample variance of a number. */
    public double variance(Measure measure) {
        return Math.max(0, covariance(measure, measure));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moments that
                && users == that.users
                && Arrays.equals(sums, that.sums)
                && Arrays.equals(products, that.products);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(users) + 31 * Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return users + " users, sums " + Arrays.toString(sums);
    }
}

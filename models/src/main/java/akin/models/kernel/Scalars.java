package akin.models.kernel;

/**
 * Functions of one number, in additions, multiplications and divisions only: the same on every machine, where the
 * intrinsics behind {@code Math.exp} may differ. For logarithms use {@code StrictMath.log}.
 */
public final class Scalars {
    private static final double LOG2_E = 1.4426950408889634;
    // ln 2 in two parts; the first has 21 trailing zero bits, so that its multiples are exact.
    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    // Adding this rounds to an integer, which then stands in the lowest bits.
    private static final double ROUNDER = 0x1.8p52;
    private static final double SMALLEST = -707;
    private static final double LARGEST = 709.7;
    // Below this, x - x³/3 rounds to x.
    private static final float LINEAR = 1e-4f;

    private static final double LN_2 = 0.6931471805599453;
    private static final float SQRT_2 = 1.4142135f;

    private Scalars() {}

    /**
     * {@code e^x} with a relative error below 1e-14; 0 for x under -707, infinity for x over 709.7.
     *
     * <p>With x = k ln 2 + r and |r| ≤ ln 2 / 2, it is 2^k times the Taylor polynomial of degree 11 at r.
     */
    public static double exp(double x) {
        if (x < SMALLEST) {
            return 0;
        }
        if (x > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        double rounded = x * LOG2_E + ROUNDER;
        double k = rounded - ROUNDER;
        double r = (x - k * LN2_HIGH) - k * LN2_LOW;
        // Half of 2^k: 2^1024 is no double.
        long exponent = (Double.doubleToRawLongBits(rounded) << 52) + (1022L << 52);
        return taylor(r) * Double.longBitsToDouble(exponent) * 2;
    }

    private static double taylor(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6));
        double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
        double high = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
        return low + r4 * (middle + r4 * high);
    }

    /**
     * {@code log x} of a positive normal float with a relative error below 1e-6, where {@code StrictMath.log} would take ten
     * times as long.
     *
     * <p>With x = 2^k m and m within a factor of sqrt(2) of 1, it is k ln 2 plus the series of atanh at (m - 1) / (m + 1).
     */
    public static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int k = (bits >> 23) - 127;
        float m = Float.intBitsToFloat(bits & 0x7FFFFF | 0x3F800000);
        if (m > SQRT_2) {
            m *= 0.5f;
            k++;
        }
        double t = (m - 1.0) / (m + 1.0);
        double t2 = t * t;
        return (float) (k * LN_2 + 2 * t * (1 + t2 * (1.0 / 3 + t2 * (1.0 / 5 + t2 * (1.0 / 7 + t2 * (1.0 / 9))))));
    }

    /** {@code 1 / (1 + e^-x)}, off by one unit in the last place at most. */
    public static float sigmoid(float x) {
        return (float) (1 / (1 + exp(-x)));
    }

    /** {@code (e^x - e^-x) / (e^x + e^-x)}, off by one unit in the last place at most. */
    public static float tanh(float x) {
        if (Math.abs(x) < LINEAR) {
            return x;
        }
        double exp = exp(-2 * Math.abs((double) x));
        return (float) Math.copySign((1 - exp) / (1 + exp), x);
    }

    /** Of {@code n} numbers x, {@code σ(x)} and {@code 1 + e^-|x|}: many at a time, as one needn't wait for another. */
    public static void sigmoids(float[] x, int n, float[] sigmoids, double[] onePlusExp) {
        for (int i = 0; i < n; i++) {
            double exp = exp(-Math.abs(x[i]));
            onePlusExp[i] = 1 + exp;
            sigmoids[i] = (float) ((x[i] >= 0 ? 1 : exp) / (1 + exp));
        }
    }

    /** {@code log(1 + e^x)}, off by one unit in the last place at most: the loss of {@link #sigmoid}. */
    public static float softplus(float x) {
        return (float) (Math.max(x, 0) + StrictMath.log1p(exp(-Math.abs(x))));
    }
}

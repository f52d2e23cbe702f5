package akin.models.random;

/** Random numbers without a generator: a hash of what they are for. [Steele et al., SplitMix, OOPSLA 2014] */
public final class Hash {
    /** What {@link #units} are below. */
    public static final int UNITS = 1 << 24;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** Hashes a seed, what is drawn, and the number of the draw. */
    public static long of(long seed, long what, long number) {
        return mix(mix(mix(seed + GOLDEN) + what + GOLDEN) + number + GOLDEN);
    }

    /** Derives a seed by name, so that draws for different names are independent. */
    public static long seed(long seed, String name) {
        long hash = mix(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + name.charAt(i) + GOLDEN);
        }
        return hash;
    }

    private static long mix(long x) {
        long y = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
        long z = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Returns a number below {@code bound} from a hash. */
    public static long below(long hash, long bound) {
        return Math.multiplyHigh(hash >>> 1, bound << 1);
    }

    /** Returns a number in [-1, 1) from a hash. */
    public static float symmetric(long hash) {
        return (hash >> 40) * 0x1p-23f;
    }

    /** Returns a number in [0, 1) from a hash: {@link #units} of {@link #UNITS}. */
    public static float unit(long hash) {
        return units(hash) * (1f / UNITS);
    }

    /** Returns a whole number below {@link #UNITS} from a hash. */
    public static int units(long hash) {
        return (int) (hash >>> 40);
    }
}

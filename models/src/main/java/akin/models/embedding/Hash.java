package akin.models.embedding;

/** Random numbers without a generator: a hash of what they are for. [Steele et al., SplitMix, OOPSLA 2014] */
final class Hash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    static long of(long seed, long what, long number) {
        return mix(mix(mix(seed + GOLDEN) + what + GOLDEN) + number + GOLDEN);
    }

    private static long mix(long x) {
        long y = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
        long z = (y ^ y >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number below {@code bound} from a hash. */
    static long below(long hash, long bound) {
        return Math.multiplyHigh(hash >>> 1, bound << 1);
    }

    /** A number in [-1, 1) from a hash. */
    static float symmetric(long hash) {
        return (hash >> 40) * 0x1p-23f;
    }
}

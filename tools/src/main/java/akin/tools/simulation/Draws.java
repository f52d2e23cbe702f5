package akin.tools.simulation;

/** Pseudo-random draws from a seed, always the same [SplitMix64, Steele et al. 2014]. */
public final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Draws(long seed) {
        state = seed;
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A hash of numbers: the n-th draw of a stream, without drawing the ones before. */
    public static long hash(long seed, long stream, long n) {
        return mix(seed ^ mix(stream + GOLDEN * (n + 1)));
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** Uniform in [0, 1). */
    public double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** Below {@code bound}, small numbers far more often: about Zipf's law with exponent 1. */
    int zipf(int bound) {
        return Math.min(bound - 1, (int) (Math.exp(unit() * Math.log(bound + 1.0)) - 1));
    }

    /** Exponential with this mean, milliseconds, at least 1. */
    long wait(double mean) {
        return 1 + (long) (-mean * Math.log(1 - unit()));
    }
}

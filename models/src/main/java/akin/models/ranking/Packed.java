package akin.models.ranking;

/**
 * A score and a position in one long, so that sorting longs downwards puts the best score first and, among equals, the
 * lowest position.
 */
public final class Packed {
    private Packed() {}

    /** Packs a score that is not NaN with a position of at least 0. */
    public static long of(float score, int position) {
        int bits = Float.floatToIntBits(score + 0.0f);
        int ordered = bits ^ ((bits >> 31) & 0x7FFFFFFF);
        return (long) ordered << 32 | (0xFFFFFFFFL - position);
    }

    public static int position(long packed) {
        return (int) (0xFFFFFFFFL - (packed & 0xFFFFFFFFL));
    }

    public static float score(long packed) {
        int ordered = (int) (packed >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & 0x7FFFFFFF));
    }
}

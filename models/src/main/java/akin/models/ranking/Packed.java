package akin.models.ranking;

import java.util.Arrays;

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

    /** Puts the greatest {@code k} of the first {@code n} last, in order; in what order the others stand is left open. */
    public static void select(long[] packed, int n, int k) {
        int first = n - k;
        int from = 0;
        int to = n - 1;
        while (from < to && k > 0) {
            long pivot = packed[(from + to) >>> 1];
            int low = from;
            int high = to;
            while (low <= high) {
                while (packed[low] < pivot) {
                    low++;
                }
                while (packed[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long lower = packed[high];
                    packed[high--] = packed[low];
                    packed[low++] = lower;
                }
            }
            from = first > high ? low : from;
            to = first < low ? high : to;
        }
        Arrays.sort(packed, first, n);
    }

    public static int position(long packed) {
        return (int) (0xFFFFFFFFL - (packed & 0xFFFFFFFFL));
    }

    public static float score(long packed) {
        int ordered = (int) (packed >> 32);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & 0x7FFFFFFF));
    }
}

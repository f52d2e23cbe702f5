package akin.models.experiment;

import akin.models.random.Hash;

/**
 * Cuts users into buckets, by a hash of a salt and their id. The numbers are part of what is promised: a user keeps the
 * bucket across restarts and versions.
 */
public final class Buckets {
    /** Buckets of a layer. */
    public static final int COUNT = 1000;

    private static final int BUCKET = 0;
    private static final int RAMP = 1;

    private Buckets() {}

    /** Returns a user's bucket in the layer of a salt. */
    public static int of(String salt, String userId) {
        return (int) Hash.below(hash(salt, userId, BUCKET), COUNT);
    }

    /** Returns a number in [0, 1), independent of the bucket: the user takes part from the moment that the ramp is above it. */
    public static double ramp(String salt, String userId) {
        return (hash(salt, userId, RAMP) >>> 11) * 0x1p-53;
    }

    private static long hash(String salt, String userId, int what) {
        return Hash.of(Hash.seed(Hash.seed(0, salt), userId), what, 0);
    }
}

package akin.models.recommender;

import akin.models.random.Hash;

/** Draws whether, and where, two neighbours of a list are put in random order, by a hash of the ranking. */
final class RandomPair {
    /** Pairs begin at one of the first so many places: farther down nobody clicks. */
    static final int PLACES = 10;

    private static final long WHETHER = 2;
    private static final long WHERE = 3;
    private static final long ORDER = 4;

    private RandomPair() {}

    /** Returns the upper place of the pair, 1 the best, or 0 for none. */
    static int of(long seed, double share, int size) {
        int places = Math.min(PLACES, size - 1);
        if (places < 1 || Hash.unit(Hash.of(seed, WHETHER, 0)) >= share) {
            return 0;
        }
        return 1 + (int) Hash.below(Hash.of(seed, WHERE, 0), places);
    }

    /** Returns whether the two change places. */
    static boolean isExchanged(long seed) {
        return (Hash.of(seed, ORDER, 0) & 1) != 0;
    }
}

package akin.models.quality;

import akin.models.memory.Memory;
import akin.models.memory.Table;
import akin.models.random.Hash;

/**
 * Remembers where a ranker had put what shoppers chose last, so that a cart or a purchase that follows is judged by what
 * was known before the choice, and not by what was learned from it. Among choices whose keys fall into the same place the
 * newest is kept.
 *
 * <p>A place holds the key (long), the rank (int, 0 outside of the pool) and the slices that it was counted in (bits).
 */
final class Choices {
    private static final int KEY = 0;
    private static final int RANK = 2;
    private static final int COUNTED = 3;
    private static final long SEED = Hash.seed(0, "quality.choices");

    private final Table places;
    private final int most;

    /**
     * @param most how many choices are remembered
     */
    Choices(Memory memory, String ranker, int most) {
        this.most = most;
        places = memory.table("quality." + ranker + ".choices", COUNTED + 1);
    }

    /** Returns the key of a user's choice of an item. */
    static long key(String userId, String itemId) {
        return Hash.seed(Hash.seed(SEED, userId), itemId);
    }

    private int place(long key) {
        return (int) Hash.below(key, most);
    }

    /** Remembers a choice, which was counted in a slice. */
    void put(long key, int rank, Slice counted) {
        int place = place(key);
        places.ensure(place);
        places.setLong(place, KEY, key);
        places.setInt(place, RANK, rank);
        places.setInt(place, COUNTED, 1 << counted.place());
    }

    /** Returns the rank of a choice that is to be counted in a slice for the first time; -1 when there is none. */
    int take(long key, Slice slice) {
        int place = place(key);
        if (!places.has(place)
                || places.getLong(place, KEY) != key
                || (places.getInt(place, COUNTED) & 1 << slice.place()) != 0) {
            return -1;
        }
        places.setInt(place, COUNTED, places.getInt(place, COUNTED) | 1 << slice.place());
        return places.getInt(place, RANK);
    }
}

package akin.models.covisit;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A hash table from references to counts, with linear probing, in a part of an array of ints. Each of its entries is:
 *
 * <ul>
 *   <li>the reference, an int; 0: the entry is empty
 *   <li>the count, a float by its bits
 * </ul>
 *
 * @param capacity how many entries there are, a power of two
 */
record Counts(int[] page, int from, int capacity) {
    /** Returns whether so many entries leave a quarter of a table empty, so that searches stay short. */
    static boolean hasRoom(int entries, int capacity) {
        return entries * 4 <= capacity * 3;
    }

    int end() {
        return from + 2 * capacity;
    }

    /** Returns where a reference is, or the empty entry where it would go. */
    int find(int ref) {
        int hash = ref * 0x9E3779B9;
        int probe = hash ^ hash >>> 16;
        while (true) {
            int at = from + ((probe & (capacity - 1)) << 1);
            if (page[at] == ref || page[at] == 0) {
                return at;
            }
            probe++;
        }
    }

    /** Returns the reference of the entry at {@code at}, 0 when it is empty. */
    int ref(int at) {
        return page[at];
    }

    float count(int at) {
        return Float.intBitsToFloat(page[at + 1]);
    }

    void set(int at, int ref, float count) {
        page[at] = ref;
        page[at + 1] = Float.floatToRawIntBits(count);
    }

    /** Returns an entry as one number that orders by (count, reference): counts are positive, so their bits order like them. */
    long packed(int at) {
        return (long) page[at + 1] << 32 | (page[at] & 0xFFFFFFFFL);
    }

    /** Adds an entry that was packed. */
    void add(long packed) {
        int at = find((int) packed);
        page[at] = (int) packed;
        page[at + 1] = (int) (packed >>> 32);
    }

    /** Returns the count of a packed entry. */
    static float count(long packed) {
        return Float.intBitsToFloat((int) (packed >>> 32));
    }

    /** Writes the packed entries whose references are live, in no order, and returns how many. */
    int pack(IntPredicate live, long[] into) {
        int n = 0;
        for (int at = from; at < end(); at += 2) {
            if (page[at] != 0 && live.test(page[at])) {
                into[n++] = packed(at);
            }
        }
        return n;
    }

    /** Multiplies every count; one that is too small for all of its bits becomes zero. */
    void scale(float factor) {
        for (int at = from; at < end(); at += 2) {
            if (page[at] != 0) {
                set(at, page[at], Fading.scaled(count(at), factor));
            }
        }
    }

    /** Returns a copy that stays as it is. */
    Counts copy() {
        return new Counts(Arrays.copyOfRange(page, from, end()), 0, capacity);
    }
}

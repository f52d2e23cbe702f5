package akin.models.neighbours;

import akin.models.ranking.Packed;

/** The k rows nearest so far, best first, the lower row among equals, and which of them a search has followed. */
final class Beam {
    private long[] packed = new long[128];
    private boolean[] followed = new boolean[128];
    private int capacity;
    private int size;
    /** All before it are followed. */
    private int next;

    /** Empties it; {@code k} rows are kept from now on, at least 1. */
    void clear(int k) {
        if (k > packed.length) {
            packed = new long[k];
            followed = new boolean[k];
        }
        capacity = k;
        size = 0;
        next = 0;
    }

    /** Takes a row; false when it has it, or its cosine is too low. */
    boolean offer(float cosine, int row) {
        long one = Packed.of(cosine, row);
        if (size == capacity && one < packed[size - 1]) {
            return false;
        }
        int at = place(one);
        if (at < size && packed[at] == one) {
            return false;
        }
        size = Math.min(size + 1, capacity);
        System.arraycopy(packed, at, packed, at + 1, size - 1 - at);
        System.arraycopy(followed, at, followed, at + 1, size - 1 - at);
        packed[at] = one;
        followed[at] = false;
        next = Math.min(next, at);
        return true;
    }

    /** Returns how many are better. */
    private int place(long one) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (packed[middle] > one) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the nearest row that isn't followed yet, and counts it as followed; -1 when there is none. */
    int follow() {
        while (next < size && followed[next]) {
            next++;
        }
        if (next == size) {
            return -1;
        }
        followed[next] = true;
        return row(next);
    }

    int size() {
        return size;
    }

    int row(int i) {
        return Packed.position(packed[i]);
    }

    float cosine(int i) {
        return Packed.score(packed[i]);
    }
}

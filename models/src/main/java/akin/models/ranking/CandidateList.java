package akin.models.ranking;

import java.util.Arrays;

/** Candidates of one source with their scores, reused from pool to pool. */
public final class CandidateList {
    private long[] packed = new long[64];
    private int size;
    private int most;

    /** Empties the list; {@code most} candidates are wanted from now on. */
    public void clear(int most) {
        this.most = most;
        size = 0;
    }

    /** Returns how many candidates are wanted. */
    public int most() {
        return most;
    }

    /** Returns true when as many candidates are here as are wanted. */
    public boolean isFull() {
        return size >= most;
    }

    /** Adds a candidate at the end; the list may grow beyond what is wanted, see {@link #sort}. */
    public void add(float score, int row) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] = Packed.of(score, row);
    }

    /** Puts the best score first, the lower row among equals, and drops what is more than wanted. */
    public void sort() {
        int kept = Math.min(size, most);
        Packed.select(packed, size, kept);
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            long swapped = packed[i];
            packed[i] = packed[j];
            packed[j] = swapped;
        }
        size = kept;
    }

    public int size() {
        return size;
    }

    /** Returns the row of the {@code n}-th candidate. */
    public int row(int n) {
        return Packed.position(packed[n]);
    }

    /** Returns the score of the {@code n}-th candidate. */
    public float score(int n) {
        return Packed.score(packed[n]);
    }
}

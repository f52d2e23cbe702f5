package akin.models.neighbours;

import akin.models.ranking.Packed;

/** The k rows with the greatest scores, the lower row among equals: a heap with the least on top, reused. */
public final class Best {
    private long[] heap = new long[64];
    private int capacity;
    private int size;

    /** Empties it; {@code k} rows are kept from now on. */
    public void clear(int k) {
        if (k > heap.length) {
            heap = new long[k];
        }
        capacity = k;
        size = 0;
    }

    /** Returns false when a score is too low to be taken, whatever the row. */
    public boolean wants(float score) {
        return size < capacity || (size > 0 && score >= Packed.score(heap[0]));
    }

    /** Takes a row, unless its score is NaN or too low. */
    public void offer(float score, int row) {
        if (Float.isNaN(score)) {
            return;
        }
        long packed = Packed.of(score, row);
        if (size < capacity) {
            up(size++, packed);
        } else if (size > 0 && packed > heap[0]) {
            down(packed);
        }
    }

    /** Empties it into the two columns, best first; the number of rows. */
    public int drain(int[] rows, float[] scores) {
        int found = size;
        while (size > 0) {
            long least = heap[0];
            size--;
            rows[size] = Packed.position(least);
            scores[size] = Packed.score(least);
            down(heap[size]);
        }
        return found;
    }

    private void up(int from, long packed) {
        int at = from;
        while (at > 0 && heap[at - 1 >> 1] > packed) {
            heap[at] = heap[at - 1 >> 1];
            at = at - 1 >> 1;
        }
        heap[at] = packed;
    }

    /** Puts {@code packed} in the place of the top. */
    private void down(long packed) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= packed) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = packed;
    }
}

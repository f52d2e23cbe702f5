package akin.similar.index;

import akin.models.ranking.Packed;
import java.util.Arrays;

/**
 * The nodes in view of a search, the lower node first among equals; each is looked around from once. Keeps the best
 * {@code width}. Two binary heaps: what a wide view costs grows with the logarithm of its width.
 *
 * <ul>
 *   <li>{@code view}: what is kept, the worst on top
 *   <li>{@code open}: what was not looked around from yet, the best on top; may hold nodes that left the view
 * </ul>
 */
final class Frontier {
    private long[] view = new long[64];
    private long[] open = new long[64];
    private int width;
    private int size;
    private int opened;

    void clear(int toWidth) {
        width = toWidth;
        size = 0;
        opened = 0;
        if (view.length < width) {
            view = new long[width];
        }
    }

    int size() {
        return size;
    }

    /** Returns a node with its score; after {@link #sort}, best first. */
    long packed(int at) {
        return view[at];
    }

    int node(int at) {
        return Packed.position(view[at]);
    }

    float score(int at) {
        return Packed.score(view[at]);
    }

    /** Takes a node in, unless it is too far away. */
    void offer(float score, int node) {
        long packed = Packed.of(score, node);
        if (size < width) {
            rise(packed);
        } else if (packed > view[0]) {
            sink(packed);
        } else {
            return;
        }
        open(packed);
    }

    /** Puts a node into the view, which has room. */
    private void rise(long packed) {
        int at = size++;
        while (at > 0) {
            int above = at - 1 >>> 1;
            if (view[above] <= packed) {
                break;
            }
            view[at] = view[above];
            at = above;
        }
        view[at] = packed;
    }

    /** Puts a node in the place of the worst. */
    private void sink(long packed) {
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && view[below + 1] < view[below]) {
                below++;
            }
            if (view[below] >= packed) {
                break;
            }
            view[at] = view[below];
            at = below;
        }
        view[at] = packed;
    }

    private void open(long packed) {
        if (opened == open.length) {
            open = Arrays.copyOf(open, 2 * opened);
        }
        int at = opened++;
        while (at > 0) {
            int above = at - 1 >>> 1;
            if (open[above] >= packed) {
                break;
            }
            open[at] = open[above];
            at = above;
        }
        open[at] = packed;
    }

    /** Takes the best node that was not looked around from; -1 when none in view is left. */
    int expand() {
        if (opened == 0 || size == width && open[0] < view[0]) {
            return -1;
        }
        long best = open[0];
        long last = open[--opened];
        int at = 0;
        for (int below = 1; below < opened; below = 2 * at + 1) {
            if (below + 1 < opened && open[below + 1] > open[below]) {
                below++;
            }
            if (open[below] <= last) {
                break;
            }
            open[at] = open[below];
            at = below;
        }
        open[at] = last;
        return Packed.position(best);
    }

    /** Orders what is in view, best first, when the search has ended. */
    void sort() {
        Arrays.sort(view, 0, size);
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            long swapped = view[i];
            view[i] = view[j];
            view[j] = swapped;
        }
    }

    /** Returns the first {@code k} with their scores; after {@link #sort}. */
    long[] first(int k) {
        return Arrays.copyOf(view, Math.min(k, size));
    }
}

package akin.similar.index;

import akin.models.ranking.Packed;
import java.util.Arrays;

/**
 * The nodes in view of a search, best first, the lower node among equals; each is looked around from once. Keeps the best
 * {@code width}.
 */
final class Frontier {
    private long[] nodes = new long[64];
    private boolean[] expanded = new boolean[64];
    private int width;
    private int size;
    /** No node before this one is unexpanded. */
    private int next;

    void clear(int toWidth) {
        width = toWidth;
        size = 0;
        next = 0;
        if (nodes.length < width + 1) {
            nodes = new long[width + 1];
            expanded = new boolean[width + 1];
        }
    }

    int size() {
        return size;
    }

    long packed(int at) {
        return nodes[at];
    }

    int node(int at) {
        return Packed.position(nodes[at]);
    }

    float score(int at) {
        return Packed.score(nodes[at]);
    }

    /** Takes a node in, unless it is too far away. */
    void offer(float score, int node) {
        long packed = Packed.of(score, node);
        if (size == width && packed <= nodes[size - 1]) {
            return;
        }
        int at = place(packed);
        int moved = Math.min(size, width - 1) - at;
        System.arraycopy(nodes, at, nodes, at + 1, moved);
        System.arraycopy(expanded, at, expanded, at + 1, moved);
        nodes[at] = packed;
        expanded[at] = false;
        size = Math.min(size + 1, width);
        next = Math.min(next, at);
    }

    private int place(long packed) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (nodes[middle] > packed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Takes the best node that was not looked around from; -1 when there is none. */
    int expand() {
        while (next < size && expanded[next]) {
            next++;
        }
        if (next == size) {
            return -1;
        }
        expanded[next] = true;
        return node(next);
    }

    long[] toArray() {
        return Arrays.copyOf(nodes, size);
    }
}

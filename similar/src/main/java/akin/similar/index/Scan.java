package akin.similar.index;

import akin.models.kernel.Gemm;
import akin.models.kernel.Matrix;
import akin.models.ranking.Packed;
import java.util.Arrays;

/**
 * Compares vectors with each node of a graph, many at a time, so that a node's vector is fetched once for all of them. Of one
 * thread.
 */
final class Scan {
    /** A multiple of the kernel's tile, and no power of two, which would put a transposed column into one set of the cache. */
    private static final int PANEL = 992;

    private static final int MOST_TOGETHER = 1024;
    /** Nodes that are kept in view of all queries of a batch. */
    private static final int IN_VIEW = 1 << 21;

    private final Hnsw graph;
    private final Gemm gemm = new Gemm();
    private final Matrix queries = new Matrix();
    private final Matrix panel = new Matrix();
    private final Matrix transposed = new Matrix();
    private final Matrix products = new Matrix();

    Scan(Hnsw graph) {
        this.graph = graph;
    }

    /** Returns how many queries for {@code k} nodes are best made together. */
    static int together(int k) {
        return Math.max(1, Math.min(MOST_TOGETHER, IN_VIEW / k));
    }

    /**
     * Finds the nearest nodes of each query, with their scores, best first, the lower node first among equals.
     *
     * @param at where each query begins
     */
    long[][] nearest(float[] vectors, int[] at, int k) {
        int n = graph.dimensions;
        queries.resize(at.length, n);
        for (int query = 0; query < at.length; query++) {
            System.arraycopy(vectors, at[query], queries.values(), queries.offset(query), n);
        }
        Best[] best = new Best[at.length];
        Arrays.setAll(best, query -> new Best(Math.min(k, graph.size)));
        for (int from = 0; from < graph.size; from += PANEL) {
            int width = Math.min(PANEL, graph.size - from);
            panel.resize(width, n);
            System.arraycopy(graph.vectors, from * n, panel.values(), 0, width * n);
            transposed.transpose(panel);
            products.zero(at.length, width);
            gemm.addAB(queries, transposed, products);
            for (int query = 0; query < at.length; query++) {
                best[query].take(products.values(), products.offset(query), width, from);
            }
        }
        long[][] nearest = new long[at.length][];
        for (int query = 0; query < at.length; query++) {
            nearest[query] = scored(best[query].nodes(), vectors, at[query]);
        }
        return nearest;
    }

    /** Scores nodes as a walk of the graph does, so that scores of all indexes compare, and puts the best first. */
    private long[] scored(long[] nodes, float[] vectors, int at) {
        long[] scored = new long[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int node = Packed.position(nodes[i]);
            scored[i] = -1 - Packed.of(graph.score(node, vectors, at), node);
        }
        Arrays.sort(scored);
        for (int i = 0; i < scored.length; i++) {
            scored[i] = -1 - scored[i];
        }
        return scored;
    }

    /** The best so far: collects twice as many as are wanted, then keeps the better half. */
    private static final class Best {
        private final int k;
        private final long[] packed;
        private int size;
        /** What is not above is not among the best. */
        private float bar = Float.NEGATIVE_INFINITY;

        Best(int k) {
            this.k = k;
            packed = new long[2 * k];
        }

        /** Takes the scores of nodes that follow one another. */
        void take(float[] scores, int at, int count, int from) {
            for (int i = 0; i < count; i++) {
                // Nodes come in their order: one as good as the worst that is kept comes after it.
                if (scores[at + i] > bar) {
                    packed[size++] = Packed.of(scores[at + i], from + i);
                    if (size == packed.length) {
                        halve();
                    }
                }
            }
        }

        private void halve() {
            Packed.select(packed, size, k);
            System.arraycopy(packed, k, packed, 0, k);
            size = k;
            bar = Packed.score(packed[0]);
        }

        long[] nodes() {
            int kept = Math.min(k, size);
            Packed.select(packed, size, kept);
            return Arrays.copyOfRange(packed, size - kept, size);
        }
    }
}

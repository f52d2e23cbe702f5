package akin.similar.index;

import akin.models.kernel.Kernels;
import akin.models.random.Hash;
import akin.models.ranking.Packed;
import java.util.Arrays;

/** Adds nodes to a graph one after the other, in one thread: the same graph from the same vectors. */
final class HnswBuilder {
    private static final long SEED = 1;
    private static final int HIGHEST = 30;

    private final Hnsw graph;
    private final int construction;
    private final HnswSearch search;
    /** The scores of the edges on the ground, at the places of these. */
    private final float[] groundScores;

    private final long[] candidates;
    private final int[] kept;

    HnswBuilder(Hnsw graph, int construction) {
        this.graph = graph;
        this.construction = construction;
        search = new HnswSearch(graph);
        groundScores = new float[graph.ground.length];
        candidates = new long[Math.max(construction, graph.most(0)) + 1];
        kept = new int[graph.most(0)];
    }

    /** Builds a graph over vectors of length 1, row by row. */
    static Hnsw build(float[] vectors, int rows, int dimensions, HnswSettings settings) {
        Hnsw graph = new Hnsw(rows, dimensions, settings.edges(), vectors);
        HnswBuilder builder = new HnswBuilder(graph, settings.construction());
        for (int row = 0; row < rows; row++) {
            builder.add(row);
        }
        return graph;
    }

    private static int level(int node, int edges) {
        double draw = 1 - Hash.unit(Hash.of(SEED, edges, node));
        return (int) Math.min(HIGHEST, -StrictMath.log(draw) / StrictMath.log(edges));
    }

    private void add(int node) {
        int level = level(node, graph.edges);
        graph.upper[node] = level == 0 ? null : new int[level * graph.upperWidth()];
        graph.size++;
        if (graph.entry < 0) {
            graph.entry = node;
            graph.top = level;
            return;
        }
        int at = node * graph.dimensions;
        int from = graph.entry;
        for (int above = graph.top; above > level; above--) {
            from = search.descend(graph.vectors, at, from, above);
        }
        for (int on = Math.min(level, graph.top); on >= 0; on--) {
            Frontier near = search.search(graph.vectors, at, from, on, construction);
            from = near.node(0);
            for (int i = 0; i < near.size(); i++) {
                candidates[i] = near.packed(i);
            }
            mixEquals(node, near.size());
            connect(node, on, near.size());
        }
        if (level > graph.top) {
            graph.entry = node;
            graph.top = level;
        }
    }

    private void connect(int node, int level, int found) {
        int count = select(found, graph.edges);
        int[] edges = graph.edges(node, level);
        int first = graph.edgesAt(node, level);
        edges[first] = count;
        for (int i = 0; i < count; i++) {
            put(edges, first + 1 + i, level, candidates[kept[i]]);
        }
        long[] chosen = new long[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = candidates[kept[i]];
        }
        for (long to : chosen) {
            connectBack(Packed.position(to), level, Packed.of(Packed.score(to), node));
        }
    }

    private void put(int[] edges, int place, int level, long packed) {
        edges[place] = Packed.position(packed);
        if (level == 0) {
            groundScores[place] = Packed.score(packed);
        }
    }

    /** Adds an edge; when there is no room, the best of all stay. */
    private void connectBack(int node, int level, long edge) {
        int[] edges = graph.edges(node, level);
        int first = graph.edgesAt(node, level);
        int count = edges[first];
        if (count < graph.most(level)) {
            edges[first] = count + 1;
            put(edges, first + 1 + count, level, edge);
            return;
        }
        for (int i = 0; i < count; i++) {
            int place = first + 1 + i;
            float score = level == 0
                    ? groundScores[place]
                    : graph.score(edges[place], graph.vectors, node * graph.dimensions);
            candidates[i] = Packed.of(score, edges[place]);
        }
        candidates[count] = edge;
        sort(count + 1);
        mixEquals(node, count + 1);
        int left = select(count + 1, graph.most(level));
        edges[first] = left;
        for (int i = 0; i < left; i++) {
            put(edges, first + 1 + i, level, candidates[kept[i]]);
        }
    }

    /** Best first. */
    private void sort(int count) {
        Arrays.sort(candidates, 0, count);
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            long swapped = candidates[i];
            candidates[i] = candidates[j];
            candidates[j] = swapped;
        }
    }

    /**
     * Orders candidates that are equally near by a hash: if the lowest always came first, of many equal vectors the others would
     * have no edges that lead to them.
     */
    private void mixEquals(int node, int count) {
        int to;
        for (int from = 0; from < count; from = to) {
            to = from + 1;
            while (to < count && candidates[to] >> 32 == candidates[from] >> 32) {
                to++;
            }
            for (int i = from + 1; i < to; i++) {
                long moved = candidates[i];
                long hash = hash(node, moved);
                int at = i;
                for (; at > from && hash(node, candidates[at - 1]) > hash; at--) {
                    candidates[at] = candidates[at - 1];
                }
                candidates[at] = moved;
            }
        }
    }

    private static long hash(int node, long candidate) {
        return Hash.of(SEED, node, Packed.position(candidate));
    }

    /**
     * Chooses among candidates, best first, those that are nearer to the node than to any that was chosen before
     * (algorithm 4), so that edges lead into all directions. Their places are in {@code kept}.
     */
    private int select(int count, int most) {
        if (count <= most && count < 2) {
            kept[0] = 0;
            return count;
        }
        int chosen = 0;
        for (int i = 0; i < count && chosen < most; i++) {
            if (isApart(candidates[i], chosen)) {
                kept[chosen++] = i;
            }
        }
        return chosen;
    }

    private boolean isApart(long candidate, int chosen) {
        float[] vectors = graph.vectors;
        int at = Packed.position(candidate) * graph.dimensions;
        float score = Packed.score(candidate);
        for (int i = 0; i < chosen; i++) {
            int other = Packed.position(candidates[kept[i]]) * graph.dimensions;
            if (Kernels.dot(vectors, at, vectors, other, graph.dimensions) > score) {
                return false;
            }
        }
        return true;
    }
}

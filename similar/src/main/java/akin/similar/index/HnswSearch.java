package akin.similar.index;

import akin.models.kernel.Kernels;
import java.util.Arrays;

/** Walks a graph; of one thread. */
final class HnswSearch {
    private final Hnsw graph;
    private final Frontier frontier = new Frontier();
    private final int[] visited;
    private int visit;
    private final int[] around;
    /** The array of each node around: the graph's. */
    private final float[][] arrays;

    private final int[] offsets;
    private final float[] scores;

    HnswSearch(Hnsw graph) {
        this.graph = graph;
        visited = new int[graph.upper.length];
        int most = graph.most(0);
        around = new int[most];
        arrays = new float[most][];
        Arrays.fill(arrays, graph.vectors);
        offsets = new int[most];
        scores = new float[most];
    }

    /**
     * Finds the nodes nearest to a vector of length 1.
     *
     * @param width how many are kept in view
     * @return the nodes in view at the end, to be read before the next search
     */
    Frontier search(float[] query, int at, int width) {
        if (graph.size == 0) {
            frontier.clear(width);
            return frontier;
        }
        int from = graph.entry;
        for (int level = graph.top; level > 0; level--) {
            from = descend(query, at, from, level);
        }
        return search(query, at, from, 0, width);
    }

    /** Goes to the nearest node of a level, as far as each step comes nearer. */
    int descend(float[] query, int at, int from, int level) {
        int node = from;
        float best = graph.score(node, query, at);
        for (boolean moved = true; moved; ) {
            moved = false;
            int[] edges = graph.edges(node, level);
            int first = graph.edgesAt(node, level);
            for (int edge = first + 1; edge <= first + edges[first]; edge++) {
                float score = graph.score(edges[edge], query, at);
                if (score > best) {
                    best = score;
                    node = edges[edge];
                    moved = true;
                }
            }
        }
        return node;
    }

    /** Looks around from a node of a level. */
    Frontier search(float[] query, int at, int from, int level, int width) {
        visit++;
        frontier.clear(width);
        visited[from] = visit;
        frontier.offer(graph.score(from, query, at), from);
        for (int node = frontier.expand(); node >= 0; node = frontier.expand()) {
            int found = unvisited(node, level);
            Kernels.dots(query, at, arrays, offsets, found, graph.dimensions, scores);
            for (int i = 0; i < found; i++) {
                frontier.offer(scores[i], around[i]);
            }
        }
        frontier.sort();
        return frontier;
    }

    private int unvisited(int node, int level) {
        int[] edges = graph.edges(node, level);
        int first = graph.edgesAt(node, level);
        int found = 0;
        for (int edge = first + 1; edge <= first + edges[first]; edge++) {
            int other = edges[edge];
            if (visited[other] != visit) {
                visited[other] = visit;
                around[found] = other;
                offsets[found++] = other * graph.dimensions;
            }
        }
        return found;
    }
}

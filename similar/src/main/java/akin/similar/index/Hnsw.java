package akin.similar.index;

import akin.models.kernel.Kernels;

/**
 * A hierarchical navigable small world graph over vectors of length 1 (Malkov and Yashunin 2018), nearness being the inner
 * product. Nodes are numbered from 0 on.
 *
 * <ul>
 *   <li>{@code ground}: per node, its number of edges, then {@code 2M} places for them
 *   <li>{@code upper}: per node that reaches above the ground, for each level the number of edges, then M places; else null
 * </ul>
 */
final class Hnsw {
    final int dimensions;
    final int edges;
    final float[] vectors;
    final int[] ground;
    final int[][] upper;
    int size;
    int entry = -1;
    int top;

    Hnsw(int capacity, int dimensions, int edges) {
        this(capacity, dimensions, edges, new float[Math.multiplyExact(capacity, dimensions)]);
    }

    Hnsw(int capacity, int dimensions, int edges, float[] vectors) {
        this.dimensions = dimensions;
        this.edges = edges;
        this.vectors = vectors;
        ground = new int[Math.multiplyExact(capacity, groundWidth())];
        upper = new int[capacity][];
    }

    int groundWidth() {
        return 1 + 2 * edges;
    }

    int upperWidth() {
        return 1 + edges;
    }

    /** Returns the array that holds a node's edges on a level. */
    int[] edges(int node, int level) {
        return level == 0 ? ground : upper[node];
    }

    /** Returns where in it they begin, with their number. */
    int edgesAt(int node, int level) {
        return level == 0 ? node * groundWidth() : (level - 1) * upperWidth();
    }

    /** Returns how many edges a node may have on a level. */
    int most(int level) {
        return level == 0 ? 2 * edges : edges;
    }

    /** Returns how high above the ground a node reaches. */
    int level(int node) {
        return upper[node] == null ? 0 : upper[node].length / upperWidth();
    }

    float score(int node, float[] query, int at) {
        return Kernels.dot(query, at, vectors, node * dimensions, dimensions);
    }
}

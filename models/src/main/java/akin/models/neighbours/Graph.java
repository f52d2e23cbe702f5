package akin.models.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;

/**
 * A hierarchical navigable small world over a snapshot (Malkov and Yashunin 2018), built and walked by Lucene with our
 * own arithmetic: Lucene's differs from machine to machine. Nodes are positions in {@code rows}.
 */
final class Graph {
    private static final long SEED = 1;

    private final Nodes nodes;
    private final HnswGraph edges;

    private Graph(Nodes nodes, HnswGraph edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /** Builds it, which takes seconds per 100,000 rows: the same graph from the same snapshot. */
    static Graph build(Snapshot snapshot, int[] rows, NeighbourSettings settings) {
        Nodes nodes = new Nodes(snapshot, rows);
        try {
            return new Graph(
                    nodes,
                    HnswGraphBuilder.create(nodes, settings.neighbours(), settings.construction(), SEED, rows.length)
                            .build(rows.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws when the build is to be broken off. */
    static void checkCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the build of an index was cancelled");
        }
    }

    /** One that was built from the same snapshot before. */
    static Graph of(Snapshot snapshot, int[] rows, HnswGraph edges) {
        return new Graph(new Nodes(snapshot, rows), edges);
    }

    HnswGraph edges() {
        return edges;
    }

    /** About the {@code most} rows nearest to a vector of length 1, best first. */
    int[] search(float[] vector, int offset, int most) {
        TopKnnCollector best = new TopKnnCollector(most, Integer.MAX_VALUE);
        try {
            HnswGraphSearcher.search(nodes.to(vector, offset), best, edges, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ScoreDoc[] found = best.topDocs().scoreDocs;
        int[] near = new int[found.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = nodes.rows[found[i].doc];
        }
        return near;
    }

    private record Nodes(Snapshot snapshot, int[] rows) implements RandomVectorScorerSupplier {
        RandomVectorScorer to(float[] vector, int offset) {
            return new Scorer(snapshot, rows, vector, offset);
        }

        /** Asked for each node that is built in: whoever interrupts the build need not wait for its end. */
        @Override
        public RandomVectorScorer scorer(int node) {
            checkCancelled();
            return to(snapshot.page(rows[node]), snapshot.offset(rows[node]));
        }

        @Override
        public RandomVectorScorerSupplier copy() {
            return this;
        }
    }

    private record Scorer(Snapshot snapshot, int[] rows, float[] vector, int offset) implements RandomVectorScorer {
        /** The cosine, moved to where Lucene wants it: above 0. */
        @Override
        public float score(int node) {
            return (1 + snapshot.cosine(rows[node], vector, offset)) / 2;
        }

        @Override
        public int maxOrd() {
            return rows.length;
        }
    }
}

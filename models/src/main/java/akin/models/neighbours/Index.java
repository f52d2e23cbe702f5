package akin.models.neighbours;

import java.util.Arrays;

/** Finds what was near a row when a snapshot was taken. Built in one thread, then used in another. */
final class Index {
    /** A row that is further from where it was (it has learned a lot, or is another item's by now) is looked up anew. */
    private static final float UNMOVED = 0.8f;

    private static final int RECALL_SAMPLE = 50;
    private static final int RECALL_AT = 10;

    private final Snapshot snapshot;
    private final int search;
    private final int[] rows;
    private final double recall;
    private Graph graph;
    // What was found per row, the same whenever it is looked for: the snapshot is all that it depends on.
    private final int[][] found;

    /** Builds it. */
    Index(Snapshot snapshot, NeighbourSettings settings) {
        this.snapshot = snapshot;
        search = settings.search();
        rows = snapshot.rows();
        found = new int[rows.length][];
        graph = Graph.build(snapshot, rows, settings);
        recall = measureRecall();
    }

    /** One that was built from the same snapshot before. */
    Index(Snapshot snapshot, NeighbourSettings settings, Links links) {
        this.snapshot = snapshot;
        search = settings.search();
        rows = snapshot.rows();
        found = new int[rows.length][];
        graph = Graph.of(snapshot, rows, links);
        recall = links.recall();
    }

    /** Moves the graph into memory. */
    void keep(Links links) {
        links.put(graph.edges(), recall);
        graph = Graph.of(snapshot, rows, links);
    }

    boolean isEmpty() {
        return rows.length == 0;
    }

    /**
     * The rows that were nearest to a row, itself among them as a rule, best first.
     *
     * @param direction the row's vector as it is now, of length 1
     */
    int[] near(int row, float[] direction) {
        int node = Arrays.binarySearch(rows, row);
        if (node < 0 || snapshot.cosine(row, direction, 0) < UNMOVED) {
            return graph.search(direction, 0, search);
        }
        if (found[node] == null) {
            found[node] = near(row);
        }
        return found[node];
    }

    private int[] near(int row) {
        return graph.search(snapshot.page(row), snapshot.offset(row), search);
    }

    /** Drops what is kept for a row. */
    void forget(int row) {
        int node = Arrays.binarySearch(rows, row);
        if (node >= 0) {
            found[node] = null;
        }
    }

    /** The share of the true nearest 10 that is found, on average over 50 rows. */
    double recall() {
        return recall;
    }

    private double measureRecall() {
        int sample = Math.min(RECALL_SAMPLE, rows.length);
        double sum = 0;
        for (int i = 0; i < sample; i++) {
            Graph.checkCancelled();
            sum += recallOf(rows[(int) ((long) i * rows.length / sample)]);
        }
        return sample == 0 ? 1 : sum / sample;
    }

    private double recallOf(int row) {
        int[] nearest = exactly(row);
        int[] near = near(row);
        int hits = 0;
        for (int one : nearest) {
            hits += Arrays.stream(near).limit(nearest.length).anyMatch(other -> other == one) ? 1 : 0;
        }
        return (double) hits / nearest.length;
    }

    /** Itself and the 10 nearest. */
    private int[] exactly(int row) {
        Best best = new Best();
        best.clear(RECALL_AT + 1);
        for (int other : rows) {
            best.offer(snapshot.cosine(other, snapshot.page(row), snapshot.offset(row)), other);
        }
        int[] nearest = new int[RECALL_AT + 1];
        return Arrays.copyOf(nearest, best.drain(nearest, new float[RECALL_AT + 1]));
    }
}

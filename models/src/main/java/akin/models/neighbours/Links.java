package akin.models.neighbours;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.hnsw.HnswGraph;

/**
 * An HNSW graph in memory's pages, so that a restored shard needn't build it again: a row per node and level with the
 * nodes it leads to, the ground level first, nodes upwards.
 */
final class Links extends HnswGraph {
    private static final int NODE = 0;
    private static final int LEVEL = 1;
    private static final int COUNT = 2;
    private static final int FIRST = 3;

    private static final int ROWS = 0;
    private static final int ENTRY = 1;
    private static final int RECALL = 2;

    private final Table links;
    private final Table head;
    private final int[] link;
    /** Per level, the first row; one more for the end. */
    private int[] starts = {0, 0};

    private int at;
    private int next;

    Links(Memory memory, NeighbourSettings settings) {
        Setting shape = new Setting("embedding.neighbours.edges", settings.neighbours());
        link = new int[FIRST + 2 * settings.neighbours()];
        links = memory.table("neighbours.links", link.length, shape);
        head = memory.table("neighbours.graph", RECALL + 2, shape);
    }

    /** Takes over another graph. Writes only what differs: memory that stays is in no checkpoint. */
    void put(HnswGraph graph, double recall) {
        if (graph.size() == 0) {
            clear();
            return;
        }
        try {
            int row = 0;
            for (int level = 0; level < graph.numLevels(); level++) {
                for (int node : NodesIterator.getSortedNodes(graph.getNodesOnLevel(level))) {
                    put(row++, graph, level, node);
                }
            }
            head.ensure(0);
            head.setInt(0, ROWS, row);
            head.setInt(0, ENTRY, graph.entryNode());
            head.setDouble(0, RECALL, recall);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loaded();
    }

    private void put(int row, HnswGraph graph, int level, int node) throws IOException {
        Arrays.fill(link, 0);
        link[NODE] = node;
        link[LEVEL] = level;
        graph.seek(level, node);
        for (int to = graph.nextNeighbor(); to != DocIdSetIterator.NO_MORE_DOCS; to = graph.nextNeighbor()) {
            link[FIRST + link[COUNT]++] = to;
        }
        links.ensure(row);
        int[] page = links.page(row);
        int from = links.offset(row);
        if (!Arrays.equals(page, from, from + link.length, link, 0, link.length)) {
            System.arraycopy(link, 0, links.writable(row), from, link.length);
        }
    }

    void clear() {
        if (!isEmpty()) {
            head.clear(0);
            loaded();
        }
    }

    boolean isEmpty() {
        return !head.has(0) || head.getInt(0, ROWS) == 0;
    }

    /** Finds the levels, after memory was loaded. */
    void loaded() {
        int rows = isEmpty() ? 0 : head.getInt(0, ROWS);
        int levels = rows == 0 ? 1 : links.getInt(rows - 1, LEVEL) + 1;
        starts = new int[levels + 1];
        for (int row = 0; row < rows; row++) {
            starts[links.getInt(row, LEVEL) + 1] = row + 1;
        }
    }

    double recall() {
        return head.getDouble(0, RECALL);
    }

    @Override
    public void seek(int level, int node) {
        at = level == 0 ? node : find(level, node);
        next = 0;
    }

    private int find(int level, int node) {
        int low = starts[level];
        int high = starts[level + 1];
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (links.getInt(middle, NODE) <= node) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int nextNeighbor() {
        return next < links.getInt(at, COUNT) ? links.getInt(at, FIRST + next++) : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public int size() {
        return starts[1];
    }

    @Override
    public int numLevels() {
        return starts.length - 1;
    }

    @Override
    public int entryNode() {
        return head.getInt(0, ENTRY);
    }

    @Override
    public NodesIterator getNodesOnLevel(int level) {
        int[] nodes = new int[starts[level + 1] - starts[level]];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = links.getInt(starts[level] + i, NODE);
        }
        return new ArrayNodesIterator(nodes, nodes.length);
    }
}

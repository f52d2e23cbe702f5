package akin.similar.index;

import akin.models.ranking.Packed;
import akin.similar.files.Bulk;
import akin.similar.files.Vectors;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The index artifact of a partition: an HNSW graph, its vectors, and the facets of its products.
 *
 * <p>Big-endian: magic, version, rows, dimensions, M, entry node, top level, key attributes; the levels of the nodes, the
 * vectors, the edges on the ground, the edges above of each node that has some, the facets.
 */
public final class PartitionIndex {
    private static final int MAGIC = 0x414b4831;
    private static final int VERSION = 1;

    private final Hnsw graph;
    private final List<Facet> facets;
    private final int keys;

    private PartitionIndex(Hnsw graph, List<Facet> facets, int keys) {
        this.graph = graph;
        this.facets = facets;
        this.keys = keys;
    }

    /**
     * Builds an index of the rows that have a vector.
     *
     * @param vectors of length 1
     * @param facets by row
     */
    public static PartitionIndex build(Vectors vectors, List<Facet> facets, int keys, HnswSettings settings) {
        int dimensions = vectors.dimensions();
        int rows = vectors.present();
        float[] present = new float[Math.multiplyExact(rows, dimensions)];
        List<Facet> kept = new ArrayList<>(rows);
        for (int row = 0; row < vectors.rows(); row++) {
            if (vectors.has(row)) {
                System.arraycopy(vectors.values(), vectors.offset(row), present, kept.size() * dimensions, dimensions);
                kept.add(facets.get(row));
            }
        }
        return new PartitionIndex(HnswBuilder.build(present, rows, dimensions, settings), kept, keys);
    }

    public int rows() {
        return graph.size;
    }

    /** Returns how many bytes its vectors and edges take in memory. */
    public long bytes() {
        long upper = 0;
        for (int node = 0; node < graph.size; node++) {
            upper += (long) graph.level(node) * graph.upperWidth();
        }
        return 4 * ((long) graph.size * (graph.dimensions + graph.groundWidth()) + upper);
    }

    public int dimensions() {
        return graph.dimensions;
    }

    /** Looks for the nearest; of one thread. */
    public final class Searcher {
        private final HnswSearch search = new HnswSearch(graph);
        private final Scan scan = new Scan(graph);

        /**
         * Finds the products nearest to each of some vectors, best first.
         *
         * @param at where each vector begins
         * @param k how many this index is asked for
         */
        public List<List<Match>> nearest(float[] vectors, int[] at, int k, Reach reach) {
            List<List<Match>> found = new ArrayList<>(at.length);
            if (!reach.isScan(graph.size, k)) {
                for (int query : at) {
                    found.add(matches(
                            search.search(vectors, query, reach.width(k)).first(k)));
                }
                return found;
            }
            int together = Scan.together(k);
            for (int from = 0; from < at.length; from += together) {
                int[] some = Arrays.copyOfRange(at, from, Math.min(at.length, from + together));
                for (long[] near : scan.nearest(vectors, some, k)) {
                    found.add(matches(near));
                }
            }
            return found;
        }

        private List<Match> matches(long[] near) {
            List<Match> matches = new ArrayList<>(near.length);
            for (long found : near) {
                matches.add(new Match(facets.get(Packed.position(found)), Packed.score(found), null));
            }
            return matches;
        }
    }

    public Searcher searcher() {
        return new Searcher();
    }

    /** Writes it. */
    public void write(DataOutputStream out) throws IOException {
        for (int number :
                new int[] {MAGIC, VERSION, graph.size, graph.dimensions, graph.edges, graph.entry, graph.top, keys}) {
            out.writeInt(number);
        }
        for (int node = 0; node < graph.size; node++) {
            out.writeByte(graph.level(node));
        }
        Bulk.write(graph.vectors, graph.size * graph.dimensions, out);
        Bulk.write(graph.ground, graph.size * graph.groundWidth(), out);
        for (int[] upper : graph.upper) {
            if (upper != null) {
                Bulk.write(upper, upper.length, out);
            }
        }
        for (Facet facet : facets) {
            facet.write(out);
        }
    }

    /** Reads one that was written. */
    public static PartitionIndex read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no index");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException(file + " has version " + version + ", this build reads " + VERSION);
            }
            int rows = in.readInt();
            Hnsw graph = new Hnsw(rows, in.readInt(), in.readInt());
            graph.size = rows;
            graph.entry = in.readInt();
            graph.top = in.readInt();
            return read(graph, in.readInt(), in);
        } catch (EOFException e) {
            throw new IOException(file + " ends too early", e);
        }
    }

    private static PartitionIndex read(Hnsw graph, int keys, DataInputStream in) throws IOException {
        for (int node = 0; node < graph.size; node++) {
            int level = in.readUnsignedByte();
            graph.upper[node] = level == 0 ? null : new int[level * graph.upperWidth()];
        }
        Bulk.read(graph.vectors, graph.size * graph.dimensions, in);
        Bulk.read(graph.ground, graph.size * graph.groundWidth(), in);
        for (int[] upper : graph.upper) {
            if (upper != null) {
                Bulk.read(upper, upper.length, in);
            }
        }
        List<Facet> facets = new ArrayList<>(graph.size);
        for (int node = 0; node < graph.size; node++) {
            facets.add(Facet.read(keys, in));
        }
        return new PartitionIndex(graph, facets, keys);
    }
}

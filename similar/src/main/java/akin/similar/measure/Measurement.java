package akin.similar.measure;

import akin.similar.files.Vectors;
import akin.similar.index.HnswSettings;
import akin.similar.measure.SearchFigures.Figures;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Measures the search of generated vectors by partitions, against an exact search and against one index. */
public final class Measurement {
    private static final long SEED = 1;
    private static final int EXACT = 200;
    private static final int RECALL_AT = 10;

    private final Vectors vectors;
    private final List<Integer> queries;
    private final int top;
    private final HnswSettings settings;

    public Measurement(int rows, int dimensions, int queries, int top, HnswSettings settings) {
        vectors = Generated.vectors(SEED, rows, dimensions);
        this.queries = IntStream.range(0, queries)
                .map(query -> (int) ((long) query * rows / queries))
                .boxed()
                .toList();
        this.top = top;
        this.settings = settings;
    }

    /** Writes the vectors for other programs. */
    public void write(Path file) throws IOException {
        int row = 4 * vectors.dimensions();
        ByteBuffer buffer = ByteBuffer.allocate(row).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < vectors.rows(); i++) {
                buffer.asFloatBuffer().put(vectors.values(), vectors.offset(i), vectors.dimensions());
                out.write(buffer.array());
            }
        }
    }

    /** Measures each number of partitions, and says a line of each. */
    public void run(List<Integer> partitions, int threads, PrintWriter out) throws Exception {
        SearchFigures search = new SearchFigures(vectors, settings, top);
        List<Integer> sample = queries.stream().limit(EXACT).toList();
        List<List<String>> exact = search.exact(sample);
        List<List<String>> undivided = null;
        out.printf(
                "%10s %12s %14s %10s %10s %10s %10s%n",
                "partitions", "build cpu s", "cpu µs/query", "recall@10", "recall@" + top, "overlap", "heap MB");
        for (int number : partitions) {
            Figures figures = search.measure(number, threads, queries);
            undivided = undivided == null ? figures.found() : undivided;
            List<List<String>> found = figures.found().subList(0, sample.size());
            out.printf(
                    "%10d %12.1f %14.0f %10.4f %10.4f %10.4f %10d%n",
                    number,
                    figures.buildSeconds(),
                    1e6 * figures.querySeconds() / queries.size(),
                    SearchFigures.overlap(exact, found, RECALL_AT),
                    SearchFigures.overlap(exact, found, top),
                    SearchFigures.overlap(undivided, figures.found(), top),
                    used() >> 20);
            out.flush();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

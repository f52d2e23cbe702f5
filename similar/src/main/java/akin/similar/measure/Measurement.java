package akin.similar.measure;

import akin.similar.compound.Compounds;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.index.HnswSettings;
import akin.similar.index.Reach;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures the search of generated vectors by partitions, against an exact search and against one index. */
public final class Measurement {
    private static final long SEED = 1;
    private static final int EXACT = 200;
    private static final int RECALL_AT = 10;

    private final Vectors vectors;
    private final List<Integer> queries;
    private final int top;

    private Measurement(Vectors vectors, int queries, int top) {
        this.vectors = vectors;
        int rows = vectors.rows();
        this.queries = IntStream.range(0, queries)
                .map(query -> (int) ((long) query * rows / queries))
                .boxed()
                .toList();
        this.top = top;
    }

    /** Measures generated vectors. */
    public static Measurement ofGenerated(int rows, int dimensions, int queries, int top) {
        return new Measurement(Generated.vectors(SEED, rows, dimensions), queries, top);
    }

    /** Measures the vectors that a step of a run has made, in the order of its parts. */
    public static Measurement ofStep(Path folder, int queries, int top) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (manifest == null) {
            throw new IOException(folder + " has no manifest: it has to be the folder of a step of a run");
        }
        List<Vectors> parts = new ArrayList<>();
        for (Part part : manifest.parts()) {
            parts.add(VectorFile.read(folder.resolve(part.file())));
        }
        Vectors all = Vectors.join(parts);
        Vectors vectors = new Vectors(all.present(), all.dimensions());
        for (int row = 0, to = 0; row < all.rows(); row++) {
            if (all.has(row)) {
                float[] vector = Arrays.copyOfRange(all.values(), all.offset(row), all.offset(row + 1));
                Compounds.normalise(vector, 0, vector.length);
                vectors.put(to++, vector);
            }
        }
        return new Measurement(vectors, queries, top);
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

    /**
     * Measures each number of partitions with each way to search, says a line of each, and foretells larger catalogues.
     *
     * @param ways for as many as are looked for
     */
    public void run(List<Integer> partitions, HnswSettings settings, List<Reach> ways, int threads, PrintWriter out)
            throws Exception {
        out.printf(
                "%10s %7s %6s %11s %12s %9s %11s %8s %8s%n",
                "partitions",
                "breadth",
                "search",
                "build cpu s",
                "query cpu µs",
                "recall@10",
                "recall@" + top,
                "overlap",
                "index MB");
        List<Forecast.Measured> measured = new ArrayList<>();
        try (SearchFigures search = new SearchFigures(vectors, threads)) {
            List<List<String>> exact = search.exact(top, sample());
            Map<Reach, List<List<String>>> undivided = new HashMap<>();
            for (int number : partitions) {
                SearchFigures.Built built = search.build(number, settings);
                for (Reach reach : ways) {
                    SearchFigures.Answers answers = search.answer(built, reach, queries);
                    double overlap = SearchFigures.overlap(
                            undivided.computeIfAbsent(reach, way -> answers.found()), answers.found(), top);
                    Forecast.Measured figures = figures(number, reach, built, answers);
                    measured.add(figures);
                    say(figures, exact, answers.found(), overlap, out);
                }
            }
        }
        new Forecast(measured).print(threads, out);
    }

    private List<Integer> sample() {
        return queries.subList(0, Math.min(EXACT, queries.size()));
    }

    private Forecast.Measured figures(
            int number, Reach reach, SearchFigures.Built built, SearchFigures.Answers answers) {
        return new Forecast.Measured(
                vectors.rows(), number, reach, built.seconds(), answers.seconds() / queries.size(), built.bytes());
    }

    private void say(
            Forecast.Measured figures,
            List<List<String>> exact,
            List<List<String>> found,
            double overlap,
            PrintWriter out) {
        List<List<String>> sampled = found.subList(0, exact.size());
        out.printf(
                Locale.ROOT,
                "%10d %7.2f %6s %11.1f %12.0f %9.4f %11.4f %8.4f %8d%n",
                figures.indexes(),
                figures.reach().breadth(),
                figures.isScan() ? "scan" : "walk",
                figures.buildSeconds(),
                1e6 * figures.querySeconds(),
                SearchFigures.overlap(exact, sampled, RECALL_AT),
                SearchFigures.overlap(exact, sampled, top),
                overlap,
                figures.bytes() >> 20);
        out.flush();
    }
}

package akin.similar.measure;

import akin.similar.cache.CachedExtraction;
import akin.similar.cache.EmbeddingCache;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.feature.Extractor;
import akin.similar.files.Counts;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.minilm.MiniLm;
import akin.similar.reduce.HashProjection;
import akin.similar.text.TextField;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures how many titles MiniLM embeds per second of CPU, and how many the cache knows. In one thread. */
public final class TitleFigures {
    private static final int DIMENSIONS = 128;
    private static final int ROUNDS = 10;

    private TitleFigures() {}

    /**
     * Measures the catalogue of a run.
     *
     * @param titles how many, at most
     */
    public static void run(Path run, int titles, PrintWriter out) throws IOException {
        List<Product> products = products(run.resolve("catalogue"), titles);
        Path scratch = Files.createTempDirectory("akin-titles");
        try {
            measure(products, scratch, out);
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void measure(List<Product> products, Path scratch, PrintWriter out) throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.open(scratch);
                Extractor extractor = HashProjection.of(new MiniLm("title", TextField.title()), DIMENSIONS)) {
            CachedExtraction extraction = new CachedExtraction(extractor, cache);
            out.printf("%6s %8s %8s %14s%n", "round", "misses", "hits", "titles/cpu s");
            for (int round = 0; round <= ROUNDS; round++) {
                Counts counts = new Counts();
                long start = cpu();
                extraction.extract(products, counts);
                double seconds = (cpu() - start) / 1e9;
                out.printf(
                        Locale.ROOT,
                        "%6d %8d %8d %14.0f%n",
                        round,
                        counts.all().getOrDefault("misses", 0L),
                        counts.all().getOrDefault("hits", 0L),
                        products.size() / seconds);
                out.flush();
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Product> products(Path catalogue, int titles) throws IOException {
        Manifest manifest = Manifest.read(catalogue);
        if (manifest == null) {
            throw new IOException(catalogue + " has no manifest: --titles takes the folder of a run");
        }
        List<Product> products = new ArrayList<>();
        for (Part part : manifest.parts()) {
            products.addAll(ProductFile.read(catalogue.resolve(part.file())));
        }
        return products.subList(0, Math.min(titles, products.size()));
    }
}

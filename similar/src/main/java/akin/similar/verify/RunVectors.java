package akin.similar.verify;

import akin.models.kernel.Kernels;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.pairs.Pair;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The vectors that a run has made, product by product. Of each embedding only those that are asked for are held. */
final class RunVectors {
    private final Path run;
    private final Map<String, Integer> rows = new HashMap<>();
    /** Parts of the catalogue by the row of their first product. */
    private final NavigableMap<Integer, Integer> parts = new TreeMap<>();

    RunVectors(Path run) throws IOException {
        this.run = run;
        Path catalogue = run.resolve("catalogue");
        for (Part part : manifest(catalogue).parts()) {
            parts.put(rows.size(), part.number());
            for (Product product : ProductFile.read(catalogue.resolve(part.file()))) {
                rows.put(product.id(), rows.size());
            }
        }
    }

    private static Manifest manifest(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (manifest == null) {
            throw new UsageException("there is no finished step in " + folder
                    + ": akin similar run makes it, status tells how far it is");
        }
        return manifest;
    }

    int size() {
        return rows.size();
    }

    /** Returns the row of a product, -1 when the catalogue has none of this id. */
    int row(String id) {
        return rows.getOrDefault(id, -1);
    }

    /** Returns the names of the embeddings that a step has finished, upwards. */
    List<String> names(String step) throws IOException {
        if (!Files.isDirectory(run.resolve(step))) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(run.resolve(step))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(Manifest.NAME)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Returns the cosine of each pair; 0 where one has no vector. */
    double[] cosines(String step, String name, List<Pair> pairs) throws IOException {
        Set<Integer> wanted = new TreeSet<>();
        pairs.forEach(pair -> wanted.addAll(List.of(pair.left(), pair.right())));
        Map<Integer, float[]> vectors = read(run.resolve(step).resolve(name), wanted);
        return pairs.stream()
                .mapToDouble(pair -> cosine(vectors.get(pair.left()), vectors.get(pair.right())))
                .toArray();
    }

    private Map<Integer, float[]> read(Path folder, Set<Integer> wanted) throws IOException {
        List<Part> files = manifest(folder).parts();
        Map<Integer, float[]> found = new HashMap<>();
        int part = -1;
        Vectors vectors = null;
        for (int row : wanted) {
            Map.Entry<Integer, Integer> start = parts.floorEntry(row);
            if (start.getValue() != part) {
                part = start.getValue();
                vectors = VectorFile.read(folder.resolve(files.get(part).file()));
            }
            int at = row - start.getKey();
            if (vectors.has(at)) {
                Vectors one = vectors.slice(at, at + 1);
                found.put(row, one.values());
            }
        }
        return found;
    }

    private static double cosine(float[] left, float[] right) {
        if (left == null || right == null) {
            return 0;
        }
        double norms = Math.sqrt(
                (double) Kernels.squaredNorm(left, 0, left.length) * Kernels.squaredNorm(right, 0, right.length));
        return norms == 0 ? 0 : Kernels.dot(left, 0, right, 0, left.length) / norms;
    }
}

package akin.similar.feature;

import akin.similar.catalogue.Product;
import akin.similar.files.Digest;
import akin.similar.settings.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes vectors from a file, such as those of a space that {@code akin savepoint export} wrote: in the text format of
 * word2vec, the number of vectors and their length in the first line, then an id and its numbers a line.
 */
public final class VectorsExtractor implements Extractor {
    private static final Map<String, SoftReference<Table>> READ = new HashMap<>();

    private final String id;
    private final String checksum;
    private final Table table;

    private record Table(int dimensions, Map<String, float[]> vectors) {}

    public VectorsExtractor(String id, Path file) throws IOException {
        this.id = id;
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there are no vectors for " + id + " in " + file);
        }
        checksum = Digest.of(file);
        table = table(file, checksum);
    }

    /** Returns what a file holds, which the tasks of a process share. */
    private static Table table(Path file, String checksum) throws IOException {
        synchronized (READ) {
            SoftReference<Table> found = READ.get(checksum);
            Table table = found == null ? null : found.get();
            if (table == null) {
                table = read(file);
                READ.values().removeIf(reference -> reference.get() == null);
                READ.put(checksum, new SoftReference<>(table));
            }
            return table;
        }
    }

    private static Table read(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            String[] head = first == null ? new String[0] : first.split(" ");
            int dimensions = head.length == 2 ? Integer.parseInt(head[1]) : 0;
            if (dimensions < 1) {
                throw new UsageException(file + " is not in the text format of word2vec");
            }
            Map<String, float[]> vectors = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length != 1 + dimensions) {
                    throw new IOException(file + ": the line of " + parts[0] + " has not " + dimensions + " numbers");
                }
                float[] vector = new float[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    vector[i] = Float.parseFloat(parts[1 + i]);
                }
                vectors.putIfAbsent(id(parts[0]), vector);
            }
            return new Table(dimensions, vectors);
        } catch (NumberFormatException e) {
            throw new IOException(file + " is not in the text format of word2vec: " + e.getMessage(), e);
        }
    }

    /** Blanks and percent signs are percent-encoded. */
    private static String id(String word) {
        return word.indexOf('%') < 0 ? word : URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "vectors-1-" + checksum;
    }

    @Override
    public int dimensions() {
        return table.dimensions();
    }

    @Override
    public byte[] content(Product product) {
        float[] vector = table.vectors().get(product.id());
        if (vector == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    @Override
    public float[] extract(byte[] content) {
        float[] vector = new float[content.length / 4];
        ByteBuffer.wrap(content).asFloatBuffer().get(vector);
        return vector;
    }

    @Override
    public boolean isCached() {
        return false;
    }
}

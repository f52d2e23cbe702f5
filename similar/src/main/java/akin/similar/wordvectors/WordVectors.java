package akin.similar.wordvectors;

import akin.models.catalog.Catalog;
import akin.models.catalog.CatalogSettings;
import akin.models.embedding.BatchSettings;
import akin.models.embedding.EmbeddingSettings;
import akin.models.embedding.ExampleSettings;
import akin.models.embedding.Item2vecComponent;
import akin.models.embedding.LearningSettings;
import akin.models.embedding.Loss;
import akin.models.embedding.NegativeSettings;
import akin.models.embedding.Training;
import akin.models.embedding.WindowModelSettings;
import akin.models.event.EventType;
import akin.models.memory.Memory;
import akin.models.neighbours.NeighbourSettings;
import akin.models.neighbours.Space;
import akin.models.shard.Visit;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Vectors of words, learned from the texts of a catalogue by {@code item2vec}: a text is a session, its words are visited
 * one after the other.
 */
public final class WordVectors {
    private static final int MAGIC = 0x414B5756;
    private static final int VERSION = 1;
    private static final String SPACE = "item2vec.items";
    private static final int WINDOW = 4;
    private static final long MOST_WORDS = 2_000_000;
    private static final int MOST_PASSES = 5;
    /** Words that occur less often get no vector. */
    private static final int LEAST_OFTEN = 2;

    private final int dimensions;
    private final SortedMap<String, float[]> vectors;
    private final String digest;

    private WordVectors(int dimensions, SortedMap<String, float[]> vectors) {
        this.dimensions = dimensions;
        this.vectors = vectors;
        digest = digest(vectors);
    }

    /** Learns from texts, each as its words in order; passes over them until it has learned enough. */
    public static WordVectors learn(List<List<String>> texts, int dimensions) {
        Memory memory = new Memory();
        Catalog catalog = new Catalog(memory, catalogSettings(), row -> {});
        Training training = new Training(memory, settings(dimensions), catalog);
        SortedMap<String, float[]> vectors = new TreeMap<>();
        Item2vecComponent learner = new Item2vecComponent(memory, settings(dimensions), training);
        learn(texts, catalog, training);
        Space space = learner.spaces().get(SPACE);
        for (int row = 1; row < space.end(); row++) {
            if (catalog.items().isAlive(row) && space.has(row)) {
                int at = space.offset(row);
                vectors.put(catalog.items().id(row), Arrays.copyOfRange(space.page(row), at, at + dimensions));
            }
        }
        return new WordVectors(dimensions, vectors);
    }

    private static String digest(SortedMap<String, float[]> vectors) {
        MessageDigest digest = Memory.sha256();
        vectors.forEach((word, vector) -> {
            ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
            bytes.asFloatBuffer().put(vector);
            digest.update(word.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes.array());
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Writes all vectors. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(dimensions);
        out.writeInt(vectors.size());
        for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
            byte[] word = entry.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeInt(word.length);
            out.write(word);
            for (float value : entry.getValue()) {
                out.writeFloat(value);
            }
        }
    }

    /** Reads vectors. */
    public static WordVectors read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IOException(file + " holds no word vectors of version " + VERSION);
            }
            int dimensions = in.readInt();
            SortedMap<String, float[]> vectors = new TreeMap<>();
            for (int n = in.readInt(); n > 0; n--) {
                byte[] word = new byte[in.readInt()];
                in.readFully(word);
                float[] vector = new float[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    vector[i] = in.readFloat();
                }
                vectors.put(new String(word, StandardCharsets.UTF_8), vector);
            }
            return new WordVectors(dimensions, vectors);
        }
    }

    private static void learn(List<List<String>> texts, Catalog catalog, Training training) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> text.forEach(word -> counts.merge(word, 1, Integer::sum)));
        long words = texts.stream().mapToLong(List::size).sum();
        long passes = Math.max(1, Math.min(MOST_PASSES, MOST_WORDS / Math.max(1, words)));
        long now = 0;
        for (long pass = 0; pass < passes && now < MOST_WORDS; pass++) {
            for (int text = 0; text < texts.size() && now < MOST_WORDS; text++) {
                List<String> known = texts.get(text).stream()
                        .filter(word -> counts.get(word) >= LEAST_OFTEN)
                        .toList();
                for (int i = 0; i < known.size(); i++) {
                    catalog.visit(known.get(i), now);
                    if (i > 0) {
                        training.learn(visit(text, now, known, i));
                    }
                    now++;
                }
            }
        }
        training.advance(now + 1);
    }

    private static Visit visit(int text, long now, List<String> words, int i) {
        List<String> window = words.subList(Math.max(0, i - WINDOW), i);
        String id = "t" + text;
        return new Visit(
                0,
                now,
                id,
                now,
                text,
                EventType.VIEW,
                words.get(i),
                window,
                true,
                true,
                true,
                true,
                EventType.VIEW,
                List.of());
    }

    private static CatalogSettings catalogSettings() {
        return new CatalogSettings(List.of(), 1 << 20, Duration.ofDays(3650), true, Duration.ZERO);
    }

    private static EmbeddingSettings settings(int dimensions) {
        return new EmbeddingSettings(
                dimensions,
                1,
                new ExampleSettings(WINDOW, 1 << 16, 1, 1, 1),
                new BatchSettings(
                        64, Duration.ofSeconds(1), 1, new NegativeSettings(64, NegativeSettings.By.POPULARITY)),
                new LearningSettings(LearningSettings.Optimizer.ADAGRAD, 0.1, 1e-5, 1e-5, 10),
                new WindowModelSettings(10, true, Loss.BINARY),
                new NeighbourSettings(64, 64, 64));
    }

    public int dimensions() {
        return dimensions;
    }

    /** Returns a word's vector, or null. */
    public float[] of(String word) {
        return vectors.get(word);
    }

    /** Returns a digest of all that was learned. */
    public String digest() {
        return digest;
    }
}

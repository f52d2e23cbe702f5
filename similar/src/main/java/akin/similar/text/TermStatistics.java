package akin.similar.text;

import akin.models.memory.Memory;
import akin.models.random.Hash;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Counts in how many texts a term occurs, by its hash in a table whose size doesn't depend on the number of terms. Terms
 * that share a place count as one; what that makes too common is rare.
 */
public final class TermStatistics {
    private static final int MAGIC = 0x414B5453;
    private static final int VERSION = 1;
    private static final int PLACES = 1 << 18;
    private static final long SEED = 0x7E12;

    private final int[][] counts = new int[View.values().length][PLACES];
    private final long[] seeds = new long[View.values().length];
    private final int[] texts = new int[View.values().length];

    public TermStatistics() {
        for (View view : View.values()) {
            seeds[view.ordinal()] = Hash.seed(SEED, view.name());
        }
    }

    /** Counts the terms of a text, each once. */
    public void add(String text) {
        String normal = Texts.normal(text);
        for (View view : View.values()) {
            List<String> terms = view.terms(normal);
            LongStream places = terms.stream().mapToLong(term -> place(hash(view, term)));
            places.distinct().forEach(place -> counts[view.ordinal()][(int) place]++);
            texts[view.ordinal()] += terms.isEmpty() ? 0 : 1;
        }
    }

    long hash(View view, String term) {
        return Hash.seed(seeds[view.ordinal()], term);
    }

    private static int place(long hash) {
        return (int) (hash >>> 40) & PLACES - 1;
    }

    /** {@code log((1 + texts) / (1 + texts with the term)) + 1/2}: how much a term says. */
    double rarity(View view, long hash) {
        double all = 1 + texts[view.ordinal()];
        return StrictMath.log(all / (1 + counts[view.ordinal()][place(hash)])) + 0.5;
    }

    /** Returns the rarity of a word. */
    public float rarity(String word) {
        return (float) rarity(View.WORDS, hash(View.WORDS, word));
    }

    /** A digest of all that was counted. */
    public String digest() {
        MessageDigest digest = Memory.sha256();
        ByteBuffer bytes = ByteBuffer.allocate(PLACES * Integer.BYTES);
        for (View view : View.values()) {
            digest.update(view.name().getBytes(StandardCharsets.UTF_8));
            bytes.clear().asIntBuffer().put(counts[view.ordinal()]);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Writes all that was counted. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        ByteBuffer bytes = ByteBuffer.allocate(PLACES * Integer.BYTES);
        for (View view : View.values()) {
            out.writeInt(texts[view.ordinal()]);
            bytes.clear().asIntBuffer().put(counts[view.ordinal()]);
            out.write(bytes.array());
        }
    }

    /** Reads what was counted. */
    public static TermStatistics read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IOException(file + " holds no term statistics of version " + VERSION);
            }
            TermStatistics statistics = new TermStatistics();
            byte[] bytes = new byte[PLACES * Integer.BYTES];
            for (View view : View.values()) {
                statistics.texts[view.ordinal()] = in.readInt();
                in.readFully(bytes);
                ByteBuffer.wrap(bytes).asIntBuffer().get(statistics.counts[view.ordinal()]);
            }
            return statistics;
        }
    }
}

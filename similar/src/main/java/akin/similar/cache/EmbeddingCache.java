package akin.similar.cache;

import akin.similar.feature.Extractor;
import akin.similar.files.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Keeps vectors by what they are made from, so that nothing is computed twice. A RocksDB: its log makes a write whole or
 * undone, whenever a process dies.
 *
 * <p>Keys: 8 bytes of the hash of the extractor's id, 8 of its version's, 32 of the content's. Values: the vector's floats,
 * or nothing where the content says nothing.
 */
public final class EmbeddingCache implements AutoCloseable {
    private static final int NAME = 8;
    private static final int HASH = 32;
    private static final int MOST_PROCESSES = 1000;
    /** Bytes of what was read that stay in memory. */
    private static final long BLOCKS = 128L << 20;

    private static final double BITS_PER_KEY = 10;
    private static final Map<Path, EmbeddingCache> OPEN = new HashMap<>();

    private final Path folder;
    private final Cache blocks;
    private final Options options;
    private final RocksDB database;
    private int users;

    private EmbeddingCache(Path folder) throws IOException {
        this.folder = folder;
        RocksDB.loadLibrary();
        blocks = new LRUCache(BLOCKS);
        // Floats don't get smaller, and most of what is looked for is there or was never seen.
        options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(blocks)
                        .setFilterPolicy(new BloomFilter(BITS_PER_KEY)));
        try {
            database = open(options, folder);
        } catch (IOException e) {
            options.close();
            blocks.close();
            throw e;
        }
    }

    /** Opens the first database of a folder that no other process has open. */
    private static RocksDB open(Options options, Path folder) throws IOException {
        for (int number = 0; ; number++) {
            Path place = folder.resolve("embeddings-" + number);
            try {
                return RocksDB.open(options, place.toString());
            } catch (RocksDBException e) {
                boolean isTaken = e.getMessage() != null && e.getMessage().contains("lock");
                if (!isTaken || number == MOST_PROCESSES) {
                    throw new IOException("the embedding cache " + place + " can't be opened: " + e.getMessage(), e);
                }
            }
        }
    }

    /**
     * Opens the cache of a folder. Those of a process that open the same folder share it; several processes, as on a cluster,
     * have a database each.
     */
    public static EmbeddingCache open(Path folder) throws IOException {
        Path real = Files.createDirectories(folder).toRealPath();
        synchronized (OPEN) {
            EmbeddingCache cache = OPEN.get(real);
            if (cache == null) {
                cache = new EmbeddingCache(real);
                OPEN.put(real, cache);
            }
            cache.users++;
            return cache;
        }
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users == 0) {
                OPEN.remove(folder);
                database.close();
                options.close();
                blocks.close();
            }
        }
    }

    /** What is found or has to be made, of one extractor. */
    public final class View {
        private final byte[] prefix;

        private View(byte[] prefix) {
            this.prefix = prefix;
        }

        /** Returns the key of a content. */
        public byte[] key(byte[] content) {
            return ByteBuffer.allocate(2 * NAME + HASH)
                    .put(prefix)
                    .put(new Digest().add(content).bytes())
                    .array();
        }

        /** Returns the values of keys, null where there is none. */
        public List<byte[]> get(List<byte[]> keys) throws IOException {
            try (ReadOptions reading = new ReadOptions()) {
                return database.multiGetAsList(reading, keys);
            } catch (RocksDBException e) {
                throw new IOException("the embedding cache can't be read: " + e.getMessage(), e);
            }
        }

        /** Writes values together. */
        public void put(Map<byte[], float[]> vectors) throws IOException {
            try (WriteBatch batch = new WriteBatch();
                    WriteOptions writing = new WriteOptions()) {
                for (Map.Entry<byte[], float[]> entry : vectors.entrySet()) {
                    batch.put(entry.getKey(), bytes(entry.getValue()));
                }
                database.write(writing, batch);
            } catch (RocksDBException e) {
                throw new IOException("the embedding cache can't be written: " + e.getMessage(), e);
            }
        }
    }

    /** Returns what is kept of an extractor. */
    public View of(Extractor extractor) {
        return new View(prefix(extractor));
    }

    private static byte[] prefix(Extractor extractor) {
        return ByteBuffer.allocate(2 * NAME)
                .put(name(extractor.id()))
                .put(name(extractor.version()))
                .array();
    }

    private static byte[] name(String text) {
        return Arrays.copyOf(new Digest().add(text).bytes(), NAME);
    }

    /**
     * Removes what was kept of an extractor under other versions.
     *
     * @return how many vectors that were
     */
    public long clearOthers(Extractor extractor) throws IOException {
        byte[] prefix = prefix(extractor);
        byte[] id = Arrays.copyOf(prefix, NAME);
        List<byte[]> others = new ArrayList<>();
        try (RocksIterator keys = database.newIterator()) {
            keys.seek(id);
            while (keys.isValid() && startsWith(keys.key(), id)) {
                if (startsWith(keys.key(), prefix)) {
                    keys.seek(after(prefix));
                } else {
                    others.add(keys.key());
                    keys.next();
                }
            }
            for (byte[] key : others) {
                database.delete(key);
            }
        } catch (RocksDBException e) {
            throw new IOException("the embedding cache can't be cleared: " + e.getMessage(), e);
        }
        return others.size();
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The least key past all that begin with a prefix. */
    private static byte[] after(byte[] prefix) {
        byte[] end = Arrays.copyOf(prefix, 2 * NAME + HASH);
        Arrays.fill(end, prefix.length, end.length, (byte) 0xff);
        return end;
    }

    private static byte[] bytes(float[] vector) {
        if (vector == null) {
            return new byte[0];
        }
        ByteBuffer buffer = ByteBuffer.allocate(4 * vector.length);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    /** Returns the vector of a value; null where the content says nothing. */
    public static float[] vector(byte[] value) {
        if (value.length == 0) {
            return null;
        }
        float[] vector = new float[value.length / 4];
        ByteBuffer.wrap(value).asFloatBuffer().get(vector);
        return vector;
    }
}

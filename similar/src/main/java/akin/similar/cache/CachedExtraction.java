package akin.similar.cache;

import akin.models.kernel.Kernels;
import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import akin.similar.files.Counts;
import akin.similar.files.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Extracts the vectors of many products, each content once: what the cache has is not made again. */
public final class CachedExtraction {
    private static final int TOGETHER = 256;

    private final Extractor extractor;
    private final EmbeddingCache.View cache;

    /**
     * @param cache null for none
     */
    public CachedExtraction(Extractor extractor, EmbeddingCache cache) {
        this.extractor = extractor;
        this.cache = cache == null ? null : cache.of(extractor);
    }

    /** Returns a row per product; counts hits, misses, and why a product has no vector. */
    public Vectors extract(List<Product> products, Counts counts) throws IOException {
        Vectors vectors = new Vectors(products.size(), extractor.dimensions());
        counts.add("rows", products.size());
        for (int from = 0; from < products.size(); from += TOGETHER) {
            extract(products, from, Math.min(products.size(), from + TOGETHER), vectors, counts);
        }
        return vectors;
    }

    private void extract(List<Product> products, int from, int to, Vectors vectors, Counts counts) throws IOException {
        List<Integer> rows = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (int row = from; row < to; row++) {
            byte[] content = extractor.content(products.get(row));
            if (content == null) {
                counts.add("absent", 1);
            } else {
                rows.add(row);
                contents.add(content);
            }
        }
        List<float[]> found = cache == null ? make(contents) : lookUp(contents, counts);
        for (int i = 0; i < rows.size(); i++) {
            if (isDirected(found.get(i))) {
                vectors.put(rows.get(i), found.get(i));
            } else {
                counts.add("unusable", 1);
            }
        }
    }

    private List<float[]> make(List<byte[]> contents) throws IOException {
        List<float[]> made = new ArrayList<>();
        for (byte[] content : contents) {
            made.add(extractor.extract(content));
        }
        return made;
    }

    private List<float[]> lookUp(List<byte[]> contents, Counts counts) throws IOException {
        List<byte[]> keys = contents.stream().map(cache::key).toList();
        List<byte[]> values = cache.get(keys);
        List<float[]> found = new ArrayList<>();
        Map<byte[], float[]> made = new IdentityHashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            if (values.get(i) == null) {
                float[] vector = extractor.extract(contents.get(i));
                made.put(keys.get(i), vector);
                found.add(vector);
            } else {
                found.add(EmbeddingCache.vector(values.get(i)));
            }
        }
        if (!made.isEmpty()) {
            cache.put(made);
        }
        counts.add("misses", made.size());
        counts.add("hits", contents.size() - made.size());
        return found;
    }

    /** A vector that is missing, not finite or all zeros says nothing; nor does one whose length a float can't hold. */
    private static boolean isDirected(float[] vector) {
        float norm = vector == null ? 0 : Kernels.squaredNorm(vector, 0, vector.length);
        return norm > 0 && norm < Float.POSITIVE_INFINITY;
    }
}

package akin.similar.cache;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import akin.similar.files.Counts;
import akin.similar.files.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingCacheTest {
    @TempDir
    private Path folder;

    /** The length of a title and its first letter; a title of one letter says nothing. */
    private record Lengths(String id, String version, List<String> made) implements Extractor {
        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public byte[] content(Product product) {
            return product.title() == null ? null : product.title().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public float[] extract(byte[] content) {
            made.add(new String(content, StandardCharsets.UTF_8));
            return content.length == 1 ? null : new float[] {content.length, content[0]};
        }
    }

    /** The same vector for all. */
    private record Constant(String id, String version, float value) implements Extractor {
        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public byte[] content(Product product) {
            return new byte[1];
        }

        @Override
        public float[] extract(byte[] content) {
            return new float[] {value, value};
        }
    }

    private final List<String> made = new ArrayList<>();

    private static List<Product> products(String... titles) {
        List<Product> products = new ArrayList<>();
        for (String title : titles) {
            products.add(
                    new Product("p" + products.size(), title, null, List.of(), null, Double.NaN, Map.of(), null, true));
        }
        return products;
    }

    private Vectors extract(String id, String version, Counts counts, String... titles) throws IOException {
        try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
            return new CachedExtraction(new Lengths(id, version, made), cache).extract(products(titles), counts);
        }
    }

    @Test
    void givesTheSameWithAndWithout() throws IOException {
        String[] titles = {"cup", null, "x", "plate", "cup"};
        Vectors without =
                new CachedExtraction(new Lengths("a", "1", made), null).extract(products(titles), new Counts());
        Counts first = new Counts();
        Counts second = new Counts();

        Vectors missed = extract("a", "1", first, titles);
        Vectors hit = extract("a", "1", second, titles);

        assertThat(missed.values()).isEqualTo(without.values());
        assertThat(hit.values()).isEqualTo(without.values());
        assertThat(List.of(hit.has(0), hit.has(1), hit.has(2))).containsExactly(true, false, false);
        assertThat(first.all())
                .containsEntry("misses", 4L)
                .containsEntry("absent", 1L)
                .containsEntry("unusable", 1L);
        assertThat(second.all())
                .containsEntry("misses", 0L)
                .containsEntry("hits", 4L)
                .containsEntry("unusable", 1L);
    }

    @Test
    void aChangedVersionClearsItsOwnOnly() throws IOException {
        extract("a", "1", new Counts(), "cup", "plate");
        extract("b", "1", new Counts(), "cup");
        made.clear();

        try (EmbeddingCache cache = EmbeddingCache.open(folder)) {
            assertThat(cache.clearOthers(new Lengths("a", "2", made))).isEqualTo(2);
            assertThat(cache.clearOthers(new Lengths("a", "2", made))).isZero();
        }
        extract("b", "1", new Counts(), "cup");
        assertThat(made).isEmpty();
        extract("a", "1", new Counts(), "cup");
        assertThat(made).containsExactly("cup");
    }

    @Test
    void isSharedWithinAProcess() throws IOException {
        try (EmbeddingCache one = EmbeddingCache.open(folder);
                EmbeddingCache other = EmbeddingCache.open(folder)) {
            assertThat(one).isSameAs(other);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-20,0", "1e-25,1", "1e25,1", "NaN,1", "0,1"})
    void aVectorWhoseLengthIsNoFloatIsUnusable(float value, long unusable) throws IOException {
        Counts counts = new Counts();

        Vectors vectors = new CachedExtraction(new Constant("a", "1", value), null).extract(products("cup"), counts);

        assertThat(vectors.has(0)).isEqualTo(unusable == 0);
        assertThat(counts.all().getOrDefault("unusable", 0L)).isEqualTo(unusable);
    }
}

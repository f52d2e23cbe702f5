package akin.similar.wordvectors;

import akin.models.kernel.Kernels;
import akin.similar.catalogue.Product;
import akin.similar.feature.Extractor;
import akin.similar.text.TermStatistics;
import akin.similar.text.TextField;
import akin.similar.text.Words;
import java.nio.charset.StandardCharsets;

/** Embeds a text as the mean of its words' vectors, weighted by rarity. */
public final class PooledWords implements Extractor {
    private final String id;
    private final TextField field;
    private final WordVectors vectors;
    private final TermStatistics statistics;

    public PooledWords(String id, TextField field, WordVectors vectors, TermStatistics statistics) {
        this.id = id;
        this.field = field;
        this.vectors = vectors;
        this.statistics = statistics;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return "item2vec-words-1-" + vectors.digest() + "-" + statistics.digest();
    }

    @Override
    public int dimensions() {
        return vectors.dimensions();
    }

    @Override
    public byte[] content(Product product) {
        String text = field.text().apply(product);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public float[] extract(byte[] content) {
        float[] sum = new float[dimensions()];
        boolean isEmpty = true;
        for (String word : Words.of(new String(content, StandardCharsets.UTF_8))) {
            float[] vector = vectors.of(word);
            if (vector != null) {
                float norm = (float) Math.sqrt(Kernels.squaredNorm(vector, 0, vector.length));
                Kernels.axpy(statistics.rarity(word) / norm, vector, 0, sum, 0, sum.length);
                isEmpty = false;
            }
        }
        return isEmpty ? null : sum;
    }
}

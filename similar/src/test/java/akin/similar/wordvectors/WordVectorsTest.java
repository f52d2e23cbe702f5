package akin.similar.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;

import akin.models.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordVectorsTest {
    private static final List<String> GARDEN = List.of("spade", "rake", "hose", "soil", "seed");
    private static final List<String> OFFICE = List.of("paper", "stapler", "toner", "folder", "pen");

    private static List<List<String>> texts() {
        Random random = new Random(1);
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<String> words = i % 2 == 0 ? GARDEN : OFFICE;
            List<String> text = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                text.add(words.get(random.nextInt(words.size())));
            }
            texts.add(text);
        }
        texts.add(List.of("once"));
        return texts;
    }

    private static double cosine(WordVectors vectors, String a, String b) {
        float[] left = vectors.of(a);
        float[] right = vectors.of(b);
        int n = vectors.dimensions();
        return Kernels.dot(left, 0, right, 0, n)
                / Math.sqrt((double) Kernels.squaredNorm(left, 0, n) * Kernels.squaredNorm(right, 0, n));
    }

    @Test
    void wordsOfTheSameTextsAreNear() {
        WordVectors vectors = WordVectors.learn(texts(), 32);

        assertThat(cosine(vectors, "spade", "rake")).isGreaterThan(cosine(vectors, "spade", "toner") + 0.3);
        assertThat(cosine(vectors, "pen", "toner")).isGreaterThan(cosine(vectors, "pen", "hose") + 0.3);
        assertThat(vectors.of("once")).isNull();
        assertThat(vectors.of("unheard")).isNull();
        assertThat(WordVectors.learn(texts(), 32).digest()).isEqualTo(vectors.digest());
    }

    @Test
    void noTextsMakeNoVectors() {
        assertThat(WordVectors.learn(List.of(), 32).of("word")).isNull();
    }
}

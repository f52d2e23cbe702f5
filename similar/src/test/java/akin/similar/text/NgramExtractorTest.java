package akin.similar.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Kernels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NgramExtractorTest {
    private static final int WIDTH = 512;

    private final TermStatistics statistics = new TermStatistics();

    private NgramExtractor extractor(View... views) {
        return new NgramExtractor("title", TextField.title(), statistics, List.of(views), WIDTH);
    }

    private float cosine(String a, String b, View view) {
        float[] left = extractor(view).extract(a.getBytes(StandardCharsets.UTF_8));
        float[] right = extractor(view).extract(b.getBytes(StandardCharsets.UTF_8));
        return Kernels.dot(left, 0, right, 0, WIDTH);
    }

    @Test
    void cosinesAreThoseOfTermsWeightedByRarity() {
        for (int i = 0; i < 50; i++) {
            statistics.add("common word" + i);
        }
        statistics.add("common rare other");
        double common = 0.5 + StrictMath.log(52.0 / 52);
        double rare = 0.5 + StrictMath.log(52.0 / 2);

        assertThat(cosine("common rare", "common rare", View.WORDS)).isCloseTo(1, within(1e-5f));
        assertThat((double) cosine("common rare", "rare", View.WORDS))
                .isCloseTo(rare / Math.sqrt(rare * rare + common * common), within(0.1));
        assertThat((double) cosine("rare word1 common", "common", View.WORDS))
                .isCloseTo(common / Math.sqrt(2 * rare * rare + common * common), within(0.15));
    }

    @Test
    void partsHaveUnitLengthOrNone() {
        float[] vector = extractor(View.WORDS, View.CODES).extract("plain words".getBytes(StandardCharsets.UTF_8));

        assertThat(Kernels.squaredNorm(vector, 0, WIDTH)).isCloseTo(1, within(1e-5f));
        assertThat(Kernels.squaredNorm(vector, WIDTH, WIDTH)).isZero();
        assertThat(extractor(View.CODES).extract("plain words".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void theVersionTellsWhatWasCounted() {
        String before = extractor(View.WORDS).version();
        statistics.add("more");

        assertThat(extractor(View.WORDS).version()).isNotEqualTo(before);
        assertThat(extractor(View.WORDS).version())
                .isEqualTo(extractor(View.WORDS).version());
        assertThat(extractor(View.CODES).version())
                .isNotEqualTo(extractor(View.WORDS).version());
    }

    @Test
    void theOrderOfWordsDoesNotMatter() {
        float[] one = extractor(View.WORDS).extract("a b c d e f g".getBytes(StandardCharsets.UTF_8));
        float[] other = extractor(View.WORDS).extract("g f e d c b a".getBytes(StandardCharsets.UTF_8));

        assertThat(Arrays.equals(one, other)).isTrue();
    }

    @Test
    void widthIsAMultipleOfSixtyFour() {
        assertThatThrownBy(() -> new NgramExtractor("t", TextField.title(), statistics, List.of(View.WORDS), 100))
                .hasMessage("width is 100, must be a multiple of 64");
    }
}

package akin.similar.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.catalogue.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsExtractorTest {
    @TempDir
    private Path folder;

    private VectorsExtractor extractor(String text) throws IOException {
        return new VectorsExtractor("behaviour", Files.writeString(folder.resolve("v.w2v"), text));
    }

    private static Product product(String id) {
        return new Product(id, null, null, List.of(), null, Double.NaN, Map.of(), null, true);
    }

    @Test
    void takesWhatAnExportWrites() throws IOException {
        VectorsExtractor extractor = extractor("2 3\ncup 1.0 -0.5 0.25\na%20b+%25 0.0 0.0 1.0\n");

        assertThat(extractor.dimensions()).isEqualTo(3);
        assertThat(extractor.extract(extractor.content(product("cup")))).containsExactly(1, -0.5f, 0.25f);
        assertThat(extractor.extract(extractor.content(product("a b+%")))).containsExactly(0, 0, 1);
        assertThat(extractor.content(product("plate"))).isNull();
        assertThat(extractor("1 1\nx 1\n").version()).isNotEqualTo(extractor.version());
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThatThrownBy(() -> extractor("")).hasMessageContaining("is not in the text format of word2vec");
        assertThatThrownBy(() -> extractor("1 two\n")).hasMessageContaining("is not in the text format of word2vec");
        assertThatThrownBy(() -> extractor("1 2\ncup 1\n")).hasMessageContaining("the line of cup has not 2 numbers");
        assertThatThrownBy(() -> new VectorsExtractor("behaviour", folder.resolve("none")))
                .hasMessageContaining("there are no vectors for behaviour in");
    }

    @Test
    void attributesThatAreSharedBringNear() {
        AttributesExtractor extractor = new AttributesExtractor("attributes", 128);
        float[] red = extractor.extract(extractor.content(attributes("red", "m")));
        float[] large = extractor.extract(extractor.content(attributes("red", "l")));
        float[] other = extractor.extract(extractor.content(attributes("blue", "l")));

        assertThat(cosine(red, large)).isGreaterThan(cosine(red, other) + 0.1);
        assertThat(extractor.content(product("bare"))).isNull();
    }

    private static Product attributes(String colour, String size) {
        return new Product(
                "p",
                null,
                null,
                List.of("shirts"),
                null,
                Double.NaN,
                Map.of("colour", colour, "size", size),
                null,
                true);
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            left += a[i] * a[i];
            right += b[i] * b[i];
        }
        return product / Math.sqrt(left * right);
    }
}

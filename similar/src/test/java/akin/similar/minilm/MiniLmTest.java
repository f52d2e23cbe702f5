package akin.similar.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akin.models.kernel.Kernels;
import akin.similar.compound.Compounds;
import akin.similar.reduce.HashProjection;
import akin.similar.text.TextField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MiniLmTest {
    private static long[] ids(String text) throws IOException {
        try (InputStream json = WordPiece.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            return WordPiece.read(json).ids(text);
        }
    }

    @Test
    void piecesAreThoseOfTheNetworksOwnTokenizer() throws IOException {
        assertThat(ids("Hello, World!")).containsExactly(101, 7592, 1010, 2088, 999, 102);
        assertThat(ids("embeddings")).containsExactly(101, 7861, 8270, 4667, 2015, 102);
        assertThat(ids("Café")).isEqualTo(ids("cafe"));
        assertThat(ids("中国")).containsExactly(101, 1746, 1799, 102);
        assertThat(ids("\u0000 \uFFFD\u200B")).containsExactly(101, 102);
        assertThat(ids("x".repeat(101))).containsExactly(101, 100, 102);
    }

    @Test
    void longTextsAreCut() throws IOException {
        assertThat(ids("word ".repeat(100_000))).hasSize(WordPiece.MOST_PIECES).endsWith(102);
    }

    @Test
    void meaningIsNearerThanWording() throws IOException {
        try (MiniLm network = new MiniLm("title", TextField.title())) {
            float[] jumper = unit(network, "men's woollen sweater");
            float[] pullover = unit(network, "knitted pullover for him");
            float[] drill = unit(network, "men's cordless drill");

            assertThat(Kernels.dot(jumper, 0, pullover, 0, 384)).isGreaterThan(Kernels.dot(jumper, 0, drill, 0, 384));
            assertThat(unit(network, "men's woollen sweater")).isEqualTo(jumper);
        }
    }

    @Test
    void aProjectionKeepsCosines() throws IOException {
        try (MiniLm network = new MiniLm("title", TextField.title());
                HashProjection reduced = new HashProjection(network, 256)) {
            float[] a = network.extract("usb cable".getBytes(StandardCharsets.UTF_8));
            float[] b = network.extract("usb cable 2 m".getBytes(StandardCharsets.UTF_8));
            Compounds.normalise(a, 0, 384);
            Compounds.normalise(b, 0, 384);
            float[] c = reduced.extract("usb cable".getBytes(StandardCharsets.UTF_8));
            float[] d = reduced.extract("usb cable 2 m".getBytes(StandardCharsets.UTF_8));
            Compounds.normalise(c, 0, 256);
            Compounds.normalise(d, 0, 256);

            assertThat(Kernels.dot(c, 0, d, 0, 256)).isCloseTo(Kernels.dot(a, 0, b, 0, 384), within(0.1f));
            assertThat(reduced.version()).startsWith(network.version());
        }
    }

    private static float[] unit(MiniLm network, String text) throws IOException {
        float[] vector = network.extract(text.getBytes(StandardCharsets.UTF_8));
        Compounds.normalise(vector, 0, vector.length);
        return vector;
    }
}

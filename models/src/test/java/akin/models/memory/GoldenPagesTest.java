package akin.models.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Pages that released versions wrote are read, and the same numbers still make the same bytes. */
class GoldenPagesTest {
    private static final int WIDTH = 600;

    private final Table ints = new Table("ints", WIDTH);
    private final Vectors floats = new Vectors("floats", WIDTH);

    /** Writes the pages of this build's version; run once for each new version of the format, never over an old one. */
    public static void main(String[] arguments) throws IOException {
        GoldenPagesTest golden = new GoldenPagesTest();
        golden.fill();
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("ints-v" + Paged.VERSION + ".page"), golden.ints.encode(0));
        Files.write(folder.resolve("floats-v" + Paged.VERSION + ".page"), golden.floats.encode(0));
    }

    private void fill() {
        ints.ensure(0);
        floats.ensure(0);
        for (int i = 0; i < WIDTH; i++) {
            ints.setInt(0, i, i * 0x9E3779B9);
            floats.set(0, i, (i - 300) / 7f);
        }
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream bytes = GoldenPagesTest.class.getResourceAsStream(file)) {
            return bytes.readAllBytes();
        }
    }

    @Test
    void versionOneIsReadAndWritten() throws IOException {
        fill();
        Table readInts = new Table("ints", WIDTH);
        Vectors readFloats = new Vectors("floats", WIDTH);
        readInts.decode(0, golden("ints-v1.page"));
        readFloats.decode(0, golden("floats-v1.page"));

        assertThat(readInts.page(0)).isEqualTo(ints.page(0));
        assertThat(readFloats.page(0)).isEqualTo(floats.page(0));
        assertThat(ints.encode(0)).isEqualTo(golden("ints-v1.page"));
        assertThat(floats.encode(0)).isEqualTo(golden("floats-v1.page"));
    }
}

package akin.similar.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.models.kernel.Kernels;
import akin.similar.catalogue.Product;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    private Path folder;

    private static byte[] drawn(int size, Color colour, boolean isRound, String format) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = image.createGraphics();
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, size, size);
        to.setColor(colour);
        if (isRound) {
            to.fillOval(size / 4, size / 4, size / 2, size / 2);
        } else {
            to.fillRect(size / 4, size / 4, size / 2, size / 2);
        }
        to.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static Product product(String image) {
        return new Product("p", null, null, List.of(), null, Double.NaN, Map.of(), image, true);
    }

    private float[] described(byte[] picture, PictureExtractor.Part part) throws IOException {
        try (PictureExtractor extractor = new PictureExtractor("image", part, folder)) {
            return extractor.extract(picture);
        }
    }

    private static float product(float[] a, float[] b) {
        return Kernels.dot(a, 0, b, 0, a.length);
    }

    @Test
    void tellsColoursAndShapesApart() throws IOException {
        byte[] redDisc = drawn(100, Color.RED, true, "png");
        byte[] redBox = drawn(100, Color.RED, false, "png");
        byte[] blueDisc = drawn(100, Color.BLUE, true, "png");

        assertThat(product(
                        described(redDisc, PictureExtractor.Part.COLOUR),
                        described(redBox, PictureExtractor.Part.COLOUR)))
                .isGreaterThan(0.95f);
        assertThat(product(
                        described(redDisc, PictureExtractor.Part.COLOUR),
                        described(blueDisc, PictureExtractor.Part.COLOUR)))
                .isLessThan(0.3f);
        float sameShape = product(
                described(redDisc, PictureExtractor.Part.SHAPE), described(blueDisc, PictureExtractor.Part.SHAPE));
        float otherShape = product(
                described(redDisc, PictureExtractor.Part.SHAPE), described(redBox, PictureExtractor.Part.SHAPE));
        assertThat(sameShape).isGreaterThan(0.95f).isGreaterThan(otherShape + 0.1f);
    }

    @Test
    void sizeAndFormatHardlyMatter() throws IOException {
        float[] small = described(drawn(64, Color.GREEN, true, "png"), PictureExtractor.Part.BOTH);
        float[] large = described(drawn(900, Color.GREEN, true, "jpg"), PictureExtractor.Part.BOTH);

        assertThat(product(small, large)).isGreaterThan(1.8f);
        assertThat(product(small, small)).isBetween(1.999f, 2.001f);
    }

    @Test
    void whatCannotBeReadSaysNothing() throws IOException {
        byte[] whole = drawn(100, Color.RED, true, "png");
        byte[] bomb = bomb(60_000, 60_000);

        assertThat(described("no picture".getBytes(StandardCharsets.UTF_8), PictureExtractor.Part.BOTH))
                .isNull();
        assertThat(described(new byte[0], PictureExtractor.Part.BOTH)).isNull();
        assertThat(described(Arrays.copyOf(whole, 60), PictureExtractor.Part.BOTH))
                .isNull();
        assertThat(described(bomb, PictureExtractor.Part.BOTH)).isNull();
    }

    /** The header of a picture of so many pixels. */
    private static byte[] bomb(int width, int height) throws IOException {
        byte[] picture = drawn(16, Color.RED, true, "bmp");
        ByteBuffer.wrap(picture)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(18, width)
                .putInt(22, height);
        return picture;
    }

    @Test
    void readsAFolderAndAnArchiveAlike() throws Exception {
        byte[] picture = drawn(50, Color.RED, true, "png");
        Path images = Files.createDirectories(folder.resolve("images"));
        Files.write(images.resolve("a.png"), picture);
        Files.write(images.resolve("b.png"), drawn(50, Color.BLUE, true, "png"));
        Path archive = folder.resolve("images.tar");
        Process tar = new ProcessBuilder("tar", "cf", archive.toString(), "-C", images.toString(), ".").start();
        assertThat(tar.waitFor()).isZero();

        try (Pictures files = Pictures.open(images, 1 << 20);
                Pictures packed = Pictures.open(archive, 1 << 20)) {
            assertThat(files.read("a.png")).isEqualTo(picture);
            assertThat(packed.read("a.png")).isEqualTo(picture);
            assertThat(packed.read("b.png")).isEqualTo(files.read("b.png"));
            assertThat(files.read("c.png")).isNull();
            assertThat(packed.read("c.png")).isNull();
        }
        Files.write(folder.resolve("outside.png"), picture);
        try (Pictures files = Pictures.open(images, 10)) {
            assertThat(files.read("a.png")).as("too large").isNull();
            assertThat(files.read("../outside.png")).as("outside").isNull();
        }
        Files.writeString(archive, "x".repeat(2000));
        assertThatThrownBy(() -> Pictures.open(archive, 10)).hasMessageContaining("is no tar archive");
        assertThatThrownBy(() -> Pictures.open(folder.resolve("none"), 10))
                .hasMessageContaining("there are no pictures");
    }

    @Test
    void aProductWithoutAPictureHasNoContent() throws IOException {
        try (PictureExtractor extractor = new PictureExtractor("image", PictureExtractor.Part.BOTH, folder)) {
            assertThat(extractor.content(product(null))).isNull();
            assertThat(extractor.content(product("none.png"))).isNull();
        }
    }
}

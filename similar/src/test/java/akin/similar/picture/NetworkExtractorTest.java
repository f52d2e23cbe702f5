package akin.similar.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that takes the mean of each colour, written as ONNX by hand. */
class NetworkExtractorTest {
    private static final int SIZE = 16;

    @TempDir
    private Path folder;

    /** A field of a protocol buffer message: bytes with their length in front. */
    private static byte[] field(int number, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        out.writeBytes(varint(content.size()));
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3);
        out.writeBytes(varint(value));
        return out.toByteArray();
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        for (; rest > 127; rest >>>= 7) {
            out.write(rest & 127 | 128);
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] value(String name, int... shape) {
        ByteArrayOutputStream dimensions = new ByteArrayOutputStream();
        for (int dimension : shape) {
            dimensions.writeBytes(field(1, field(1, dimension)));
        }
        return concat(field(1, name), field(2, field(1, field(1, 1), field(2, dimensions.toByteArray()))));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }

    private Path network() throws IOException {
        byte[] node = field(1, field(1, "x"), field(2, "y"), field(4, "GlobalAveragePool"));
        byte[] graph = field(
                7, node, field(2, "means"), field(11, value("x", 1, 3, SIZE, SIZE)), field(12, value("y", 1, 3, 1, 1)));
        return Files.write(
                folder.resolve("means.onnx"), concat(concat(field(1, 8), graph), field(8, field(1, ""), field(2, 13))));
    }

    private static NetworkSettings settings(int size, String layout, String output) {
        return new NetworkSettings(size, layout, List.of(0.5, 0.5, 0.5), List.of(0.25, 0.25, 0.25), output);
    }

    private static byte[] picture(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = image.createGraphics();
        to.setColor(colour);
        to.fillRect(0, 0, 40, 30);
        to.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void runsAnyNetwork() throws IOException {
        try (NetworkExtractor extractor =
                new NetworkExtractor("picture", network(), settings(SIZE, "nchw", "y"), folder)) {
            assertThat(extractor.dimensions()).isEqualTo(3);
            assertThat(extractor.extract(picture(Color.RED))).containsExactly(2, -2, -2);
            assertThat(extractor.extract(new byte[] {1, 2, 3})).isNull();
        }
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        Path network = network();
        assertThatThrownBy(() -> new NetworkExtractor("picture", network, settings(32, "nchw", null), folder))
                .hasMessageContaining("features.picture: the network wants an input of the shape [1, 3, 16, 16], "
                        + "size and layout make one of [1, 3, 32, 32]");
        assertThatThrownBy(() -> new NetworkExtractor("picture", network, settings(SIZE, "nhwc", null), folder))
                .hasMessageContaining("size and layout make one of [1, 16, 16, 3]");
        assertThatThrownBy(() -> new NetworkExtractor("picture", network, settings(SIZE, "nchw", "z"), folder))
                .hasMessageContaining("the outputs [y]");
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "broken");
        assertThatThrownBy(() -> new NetworkExtractor("picture", broken, settings(SIZE, "nchw", null), folder))
                .hasMessageContaining("can't be used");
        assertThatThrownBy(() -> new NetworkExtractor(
                        "picture", folder.resolve("none.onnx"), settings(SIZE, "nchw", null), folder))
                .hasMessageContaining("there is no network");
    }
}

package akin.similar.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    @TempDir
    private Path folder;

    private static Manifest manifest(int parts) {
        return new Manifest(
                "embed",
                IntStream.range(0, parts)
                        .mapToObj(
                                part -> new Part(part, "part-" + part, 7, "sum" + part, "from", 3, Map.of("rows", 2L)))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1001, 2500})
    void readsWhatItWroteInLevels(int parts) throws IOException {
        manifest(parts).write(folder);

        Manifest read = Manifest.read(folder);
        assertThat(read).isEqualTo(manifest(parts));
        assertThat(read.count("rows")).isEqualTo(2L * parts);
        assertThat(folder.resolve("manifest-00002.json").toFile().exists()).isEqualTo(parts == 2500);
        assertThat(read.digest())
                .isEqualTo(manifest(parts).digest())
                .isNotEqualTo(manifest(parts + 1).digest());
    }

    @Test
    void tellsOfANewerOne() throws IOException {
        assertThat(Manifest.read(folder)).isNull();
        Files.writeString(folder.resolve("manifest.json"), "{\"version\": 2}");

        assertThatThrownBy(() -> Manifest.read(folder))
                .hasMessageContaining("was written by a newer build: it has version 2, this build reads up to 1");
    }

    private record Line(String text) implements PartTask {
        @Override
        public void make(int part, Path file, Counts counts) throws IOException {
            if (text.equals("full")) {
                throw new IOException("No space left on device");
            }
            Files.writeString(file, text);
            counts.add("rows", 1);
        }

        @Override
        public String ending() {
            return "txt";
        }
    }

    @Test
    void aPartIsMadeOnceFromTheSame() throws IOException {
        PartFolder parts = new PartFolder(folder);
        Part made = parts.make(new Line("a"), 3, "x");

        assertThat(parts.make(new Line("b"), 3, "x")).isEqualTo(made);
        assertThat(Files.readString(parts.file(3, "txt"))).isEqualTo("a");
        assertThat(parts.make(new Line("b"), 3, "y").sha256()).isNotEqualTo(made.sha256());
        assertThat(parts.valid(3, "x")).isNull();
        Files.writeString(parts.file(3, "txt"), "c");
        assertThat(parts.valid(3, "y")).isNull();
    }

    @Test
    void aFullDiskLeavesNothingHalf() throws IOException {
        PartFolder parts = new PartFolder(folder);
        parts.make(new Line("a"), 3, "x");

        assertThatThrownBy(() -> parts.make(new Line("full"), 3, "y"))
                .hasMessageContaining("can't be written: No space left on device");
        assertThat(parts.valid(3, "y")).isNull();
        assertThat(folder.toFile().list()).containsExactly("part-00003.txt");
        assertThat(parts.make(new Line("a"), 3, "x").count("rows")).isOne();
    }

    @Test
    void partsThatNoManifestListsGo() throws IOException {
        PartFolder parts = new PartFolder(folder);
        parts.make(new Line("a"), 0, "x");
        parts.make(new Line("a"), 1, "x");
        parts.clean(manifest(1));

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("part-00000.txt", "part-00000.json");
    }
}

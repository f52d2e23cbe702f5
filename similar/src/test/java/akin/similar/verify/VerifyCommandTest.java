package akin.similar.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.similar.SimilarCommand;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Counts;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run of two parts whose products a0, a1, b0, b1, … lie on a circle: those of a letter in the same place by `letter`. */
class VerifyCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void makeRun() throws IOException {
        step("catalogue", "jsonl", (part, out) -> {
            for (String id : ids(part)) {
                ProductFile.write(
                        new Product(id, id, null, List.of(), null, Double.NaN, new TreeMap<>(), null, true), out);
            }
        });
        step("embed/letter", "vec", (part, out) -> VectorFile.write(vectors(part, 0), out));
        step("embed/number", "vec", (part, out) -> VectorFile.write(vectors(part, 1), out));
        step("compound/all", "vec", (part, out) -> VectorFile.write(vectors(part, 1), out));
        step("siamese/all", "vec", (part, out) -> VectorFile.write(vectors(part, 0), out));
    }

    private static List<String> ids(int part) {
        return part == 0 ? List.of("a0", "b0", "c0") : List.of("a1", "b1", "c1", "z9");
    }

    /** z9 has none. */
    private static Vectors vectors(int part, int by) {
        List<String> ids = ids(part);
        Vectors vectors = new Vectors(ids.size(), 2);
        for (int row = 0; row < ids.size(); row++) {
            double angle = ids.get(row).charAt(by) * 0.7;
            if (!ids.get(row).equals("z9")) {
                vectors.put(row, new float[] {(float) StrictMath.cos(angle), (float) StrictMath.sin(angle)});
            }
        }
        return vectors;
    }

    private interface Content {
        void write(int part, DataOutputStream out) throws IOException;
    }

    private record Task(Content content, String ending) implements PartTask {
        @Override
        public void make(int part, Path file, Counts counts) throws IOException {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                content.write(part, out);
            }
        }
    }

    private void step(String name, String ending, Content content) throws IOException {
        Path of = folder.resolve("run").resolve(name);
        Files.createDirectories(of);
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            parts.add(new PartFolder(of).make(new Task(content, ending), part, "test"));
        }
        new Manifest(name, parts).write(of);
    }

    private int verify(String application, String validPairs, String testPairs) throws IOException {
        Path valid = Files.writeString(folder.resolve("valid.csv"), "left_id,right_id,label\n" + validPairs);
        Path test = Files.writeString(folder.resolve("test.csv"), "left_id,right_id,label\n" + testPairs);
        CommandLine line = SimilarCommand.commandLine();
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(errors));
        return line.execute(
                "verify",
                "--run",
                folder.resolve("run").toString(),
                "--application",
                application,
                "--valid",
                valid.toString(),
                "--test",
                test.toString(),
                "--out",
                folder.resolve("out").toString());
    }

    private JsonNode metrics() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());
    }

    @Test
    void measuresEachEmbedding() throws IOException {
        String valid = "a0,a1,1\nb0,b1,1\na0,b1,0\nc0,b1,0\n";
        String test = "c0,c1,1\na1,a0,1\nc0,a1,0\nb0,a1,0\nb0,unknown,1\nb0,a0,perhaps\n";
        assertThat(verify("all", valid, test)).isZero();
        JsonNode quality = metrics().path("quality");
        assertThat(quality.path("letter").path("f1").asDouble()).isEqualTo(1);
        assertThat(quality.path("siamese").path("r@p95").asDouble()).isEqualTo(1);
        assertThat(quality.path("compound")).isEqualTo(quality.path("number"));
        // By number, similar products are as far from each other as others are: all are accepted, half of them rightly.
        assertThat(quality.path("number").path("f1").asDouble()).isLessThan(0.7);
        assertThat(metrics().path("pairs").path("test").path("pairs").asInt()).isEqualTo(4);
        assertThat(metrics().path("pairs").path("test").path("unknown").asInt()).isEqualTo(1);
        assertThat(metrics().path("pairs").path("test").path("unreadable").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatHasNoVectorIsSimilarToNothing() throws IOException {
        String pairs = "a0,a1,1\na0,z9,0\nc0,a1,0\n";
        assertThat(verify("all", pairs, pairs)).isZero();
        assertThat(metrics().path("quality").path("letter").path("f1").asDouble())
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        String pairs = "a0,a1,1\na0,b1,0\n";
        assertThat(verify("none", pairs, pairs)).isEqualTo(2);
        assertThat(verify("all", pairs, "x,y,1\n")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("has no application none, it has all")
                .contains("has no pair of similar products", "1 name unknown products");
        assertThatThrownBy(() -> new RunVectors(folder)).hasMessageContaining("there is no finished step in");
    }
}

package akin.similar.measure;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.SimilarCommand;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Atomic;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.PartFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TitleFiguresTest {
    @TempDir
    private Path run;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void write(String... titles) throws IOException {
        Path file = new PartFolder(run.resolve("catalogue")).file(0, "jsonl");
        Atomic.write(file, lines -> {
            for (int n = 0; n < titles.length; n++) {
                ProductFile.write(
                        new Product("" + n, titles[n], null, List.of(), null, Double.NaN, Map.of(), null, true), lines);
            }
        });
        Part part = new Part(0, file.getFileName().toString(), Files.size(file), "", "", 0, Map.of());
        new Manifest("catalogue", List.of(part)).write(run.resolve("catalogue"));
    }

    private int bench(String rows) {
        CommandLine command = SimilarCommand.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute("bench", "--titles", run.toString(), "--rows", rows);
    }

    /** Rounds, misses and hits, without how fast they were. */
    private List<String> rounds() {
        return out.toString()
                .lines()
                .skip(1)
                .map(line -> line.strip().replaceAll(" +\\S+$", "").replaceAll(" +", " "))
                .toList();
    }

    @Test
    void aTitleIsEmbeddedOnceAndThenKnown() throws IOException {
        write("green lamp", "blue lamp", "red chair");

        assertThat(bench("2")).isZero();

        assertThat(rounds()).hasSize(11).startsWith("0 2 0", "1 0 2").endsWith("10 0 2");
        assertThat(out.toString()).startsWith(" round   misses     hits   titles/cpu s");
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(bench("2")).isEqualTo(1);

        assertThat(err.toString()).contains("has no manifest: --titles takes the folder of a run");
    }
}

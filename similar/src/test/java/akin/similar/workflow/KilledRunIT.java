package akin.similar.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.SimilarCommand;
import akin.similar.files.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed within each step goes on to the same results. */
class KilledRunIT {
    private static final List<String> PLACES = List.of(
            "catalogue",
            "cache",
            "embed/attributes",
            "compound/things",
            "mine/things",
            "train/things/learning-0",
            "siamese/things",
            "index/things",
            "query/things",
            "filter/things");

    @TempDir
    private Path folder;

    private Process start(String out) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String argument : System.getProperty("akin.jvm").split(" +")) {
            if (!argument.isEmpty()) {
                command.add(argument);
            }
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SimilarCommand.class.getName(),
                "run",
                "--out",
                folder.resolve(out).toString(),
                "--set",
                "catalogue.file=" + folder.resolve("items.csv"),
                "--set",
                "applications={visual: null, substitutes: null, near-identical: null, things: {inputs: {attributes: 1, "
                        + "price: 1}, k: 5, training: {labelled: {pairs: '" + folder.resolve("pairs.csv")
                        + "'}, net: {layers: [16], epochs: 4}}}}"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(out + ".log").toFile())
                .start();
    }

    /** Checksums of what was kept and of the messages; the footer of Parquet names encodings in an order of each process. */
    private TreeMap<String, String> results(String out) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        for (String step : List.of("filter/things", "publish/messages")) {
            try (Stream<Path> paths = Files.list(folder.resolve(out).resolve(step))) {
                for (Path file : paths.toList()) {
                    if (!file.getFileName().toString().endsWith(".json")) {
                        files.put(folder.resolve(out).relativize(file).toString(), Digest.of(file));
                    }
                }
            }
        }
        return files;
    }

    private void finish(String out) throws Exception {
        Process whole = start(out);
        assertThat(whole.waitFor())
                .as(Files.readString(folder.resolve(out + ".log")))
                .isZero();
    }

    @Test
    void goesOnToTheSame() throws Exception {
        StringBuilder lines = new StringBuilder("id,brand,colour,price\n");
        StringBuilder pairs = new StringBuilder("left,right,label\n");
        for (int n = 0; n < 3000; n++) {
            lines.append("p%d,brand%d,colour%d,%d%n".formatted(n, n % 97, n % 13, 5 + n % 31));
            pairs.append("p%d,p%d,1%n".formatted(n, (n + 97) % 3000));
        }
        Files.writeString(folder.resolve("items.csv"), lines);
        Files.writeString(folder.resolve("pairs.csv"), pairs);
        finish("whole");

        for (String place : PLACES) {
            Process killed = start("killed");
            Path begun = folder.resolve("killed").resolve(place);
            while (killed.isAlive() && !Files.exists(begun)) {
                killed.waitFor(5, TimeUnit.MILLISECONDS);
            }
            killed.destroyForcibly().waitFor();
        }
        finish("killed");

        assertThat(results("killed")).isEqualTo(results("whole")).hasSize(8);
    }
}

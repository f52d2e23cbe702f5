package akin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchIT {
    /** Runs the benchmark over next to nothing, and returns what it printed. */
    private static List<String> load(String... more) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            CommandLine bench = new CommandLine(new Bench());
            List<String> arguments = new ArrayList<>(List.of("load", "--events=500", "--items=100", "--users=100"));
            arguments.addAll(List.of(more));
            assertThat(bench.execute(arguments.toArray(String[]::new))).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aLoadSaysWhatItIsOfAndHowItWent() {
        List<String> lines = load();

        assertThat(lines.get(0)).isEqualTo("500 events, 100 items, 100 users, seed 1, default settings");
        assertThat(lines.get(1)).matches(" *[\\d,.]+ events/s, [1-9]\\d* rankings, .*");
        assertThat(load("--set=embedding.dimensions=8", "--set", "pool.size=30").get(0))
                .endsWith(", seed 1, embedding.dimensions=8 pool.size=30");
    }

    @Test
    void aModelThatHasLearnedBeforeIsMadeOnce(@TempDir Path models) throws IOException {
        String[] arguments = {"--warm=2000", "--models=" + models, "--profile"};
        List<String> first = load(arguments);
        List<String> second = load(arguments);

        assertThat(first.get(0)).matches("2,000 events learned in \\d+ s");
        assertThat(first.get(1)).startsWith("500 events after 2,000, 100 items, ");
        assertThat(second.get(0)).startsWith("500 events after 2,000, 100 items, ");
        assertThat(second.get(1)).matches(" *[\\d,.]+ events/s, [1-9]\\d* rankings, .*");
        assertThat(second).anyMatch(line -> line.matches(" *[\\d.]+%  [a-z].*"));
        try (Stream<Path> kept = Files.list(models)) {
            assertThat(kept).hasSize(1);
        }
    }
}

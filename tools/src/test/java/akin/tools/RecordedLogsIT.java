package akin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays and evaluations of files, as a user calls them. */
class RecordedLogsIT {
    private static final String TAOBAO = "timestamp,user,item,behavior\n";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private String told;

    private int run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return Akin.commandLine().setErr(new PrintWriter(err)).execute(arguments);
        } finally {
            System.setOut(before);
            told = out.toString(StandardCharsets.UTF_8);
        }
    }

    private int replay(String format, Path log, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "replay",
                "--format",
                format,
                "--data",
                log.toString(),
                "--out",
                folder.resolve("out").toString()));
        all.addAll(List.of("--set", "embedding.learners=[]", "--parallelism", "1"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private JsonNode metrics(String out) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(out).resolve("metrics.json").toFile());
    }

    private String lastLine() {
        return told.lines().reduce((first, second) -> second).orElse("");
    }

    private static String events(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("{\"event_id\":\"e")
                    .append(i)
                    .append("\",\"user_id\":\"u")
                    .append(i % 3);
            lines.append("\",\"item_id\":\"i").append(i % 5).append("\",\"type\":\"view\",\"timestamp\":");
            lines.append(1704880800000L + 60_000L * i).append("}\n");
        }
        return lines.toString();
    }

    private static String only(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.findFirst().orElseThrow().toString();
        }
    }

    @Test
    void aSavepointGoesOnWithALogThatHasGrown() throws IOException {
        Path log = Files.writeString(folder.resolve("events.jsonl"), events(0, 30));
        assertThat(replay("events", log, "--savepoint", folder.resolve("a").toString()))
                .isZero();
        Files.writeString(log, events(30, 50), StandardOpenOption.APPEND);
        assertThat(replay(
                        "events",
                        log,
                        "--from",
                        only(folder.resolve("a")),
                        "--savepoint",
                        folder.resolve("b").toString()))
                .isZero();
        assertThat(metrics("out").get("events").asInt()).isEqualTo(20);
        String digest = metrics("out").get("model_digest").asText();
        Path moved = Files.move(log, folder.resolve("moved.jsonl"));
        assertThat(replay(
                        "events",
                        moved,
                        "--from",
                        only(folder.resolve("b")),
                        "--savepoint",
                        folder.resolve("c").toString()))
                .isZero();
        assertThat(metrics("out").get("events").asInt()).isZero();
        assertThat(metrics("out").get("model_digest").asText()).isEqualTo(digest);

        assertThat(replay("events", moved)).isZero();
        assertThat(metrics("out").get("model_digest").asText()).isEqualTo(digest);
        Files.writeString(log, events(60, 70));
        assertThat(replay("events", log, "--from", only(folder.resolve("c")))).isZero();
        assertThat(metrics("out").get("events").asInt()).isEqualTo(10);
    }

    @Test
    void aRunThatLostMostOfItsLogSaysSo() throws IOException {
        Path log =
                Files.writeString(folder.resolve("log.csv"), TAOBAO + "1511571600,1,801,pv\nx,1,802,pv\ny,1,802,pv\n");

        assertThat(replay("taobao", log)).isEqualTo(1);
        assertThat(lastLine()).startsWith("less than half of the log was used: 1 lines, 2 could not be read");
        assertThat(replay("taobao", log, "--accept-losses")).isZero();
    }

    /** Three lines of items and three of events are six that count, although none counts twice. */
    @Test
    void whatWasLostIsCountedInLines() throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            items.append("{\"item_id\":\"i").append(i).append("\",\"category\":[\"a\"]}\n");
        }
        Path log = Files.writeString(folder.resolve("log.jsonl"), items + events(0, 3) + "x\ny\nz\nw\n");

        assertThat(replay("events", log)).isZero();
        assertThat(metrics("out").get("lines").asInt()).isEqualTo(6);
        Files.writeString(log, "v\nu\nt\n", StandardOpenOption.APPEND);
        assertThat(replay("events", log)).isEqualTo(1);
        assertThat(lastLine()).startsWith("less than half of the log was used: 6 lines, 7 could not be read");
    }

    @Test
    void aLogInNoOrderIsSortedWhenAsked() throws IOException {
        Path log = Files.writeString(folder.resolve("log.jsonl"), events(20, 30) + events(0, 20));

        assertThat(replay("events", log)).isEqualTo(1);
        assertThat(lastLine()).contains("20 were late (the log isn't in the order of time: --sort)");
        assertThat(replay("events", log, "--sort")).isZero();
        assertThat(metrics("out").get("visits").asInt()).isEqualTo(30);
    }

    @Test
    void aMappingIsProposedAndThenRead() throws IOException {
        Path log = Files.writeString(
                folder.resolve("shop.csv"), "time,user,item\n2024-03-01T10:00:00Z,u,a\n2024-03-01T10:00:05Z,u,b\n");

        assertThat(replay("csv", log)).isEqualTo(2);
        assertThat(told).contains("item: \"item\"");
        assertThat(err.toString()).contains("--format csv needs a mapping");
        Path mapping = Files.writeString(folder.resolve("shop.yaml"), told);
        assertThat(replay("csv", log, "--mapping", mapping.toString())).isZero();
        assertThat(metrics("out").get("visits").asInt()).isEqualTo(2);
        assertThat(replay("taobao", log, "--mapping", mapping.toString())).isEqualTo(2);
    }

    @Test
    void anEvaluationSaysWhatItSetAside() throws IOException {
        Path train = Files.createDirectory(folder.resolve("train")).resolve("s.csv");
        Path test = Files.createDirectory(folder.resolve("test")).resolve("s.csv");
        Files.writeString(train, TAOBAO + "1511568000,0,800,pv\n1511568060,0,801,pv\nx,1,800,pv\n");
        Files.writeString(
                test,
                TAOBAO + "1511588000,0,800,pv\n1511588060,0,801,pv\n2122867355,62,800,pv\n2122867400,62,801,pv\n");
        String out = folder.resolve("out").toString();

        assertThat(run(
                        "evaluate",
                        "--format",
                        "taobao",
                        "--train",
                        train.toString(),
                        "--test",
                        test.toString(),
                        "--out",
                        out))
                .isZero();
        assertThat(metrics("out").get("positions").asInt()).isEqualTo(1);
        assertThat(metrics("out").get("dead_letters").asInt()).isEqualTo(3);
        assertThat(told).contains("set aside of train: 1 lines").contains("set aside of test: 2 lines");
        assertThat(Files.readString(folder.resolve("out/dead_letters.jsonl")))
                .contains("train/s.csv:4")
                .contains("test/s.csv:4");
    }
}

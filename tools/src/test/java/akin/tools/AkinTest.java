package akin.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line as a user meets it: exit codes, messages, files. */
class AkinTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Akin.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    }

    private JsonNode metrics(Path out) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(out.resolve("metrics.json")));
    }

    private Path log(String... lines) throws IOException {
        return Files.write(folder.resolve("log.jsonl"), List.of(lines));
    }

    private static String view(int event, String user, String item, long second) {
        return "{\"event_id\":\"e" + event + "\",\"user_id\":\"" + user + "\",\"item_id\":\"" + item
                + "\",\"type\":\"view\",\"timestamp\":" + (1_780_000_000_000L + 1000 * second) + "}";
    }

    @Test
    void theDemoLeavesItsResults() throws IOException {
        Path out = folder.resolve("deep/demo");
        int code = run("demo", "--events", "2000", "--out", out.toString());

        assertThat(code).as(err.toString()).isZero();
        JsonNode metrics = metrics(out);
        assertThat(metrics.get("events").asInt()).isEqualTo(2000);
        assertThat(metrics.get("model_digest").asText()).matches("[0-9a-f]{64}");
        for (String ranker : List.of("covisit-jaccard", "covisit-cosine", "covisit-count", "popular")) {
            assertThat(metrics.at("/quality/" + ranker + "/all/hit@10").asDouble())
                    .isBetween(0.0, 1.0);
        }
        assertThat(Files.lines(out.resolve("rankings.jsonl")))
                .hasSize(metrics.get("rankings").asInt());
    }

    @Test
    void aReplayKeepsWhatItCannotUse() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(view(i, "u" + i % 5, "i" + i % 7, i * 100));
        }
        lines.add(40, "not json");
        lines.add(41, "{\"event_id\":\"x\",\"type\":\"look\"}");
        lines.add(45, view(99, "u1", "i1", 1));
        lines.add(46, view(3, "u3", "i3", 300));
        lines.add(47, view(98, "u1", "i1", 10_000_000_000L));
        Path out = folder.resolve("out");
        int code = run(
                "replay",
                "--format",
                "events",
                "--data",
                log(lines.toArray(String[]::new)).toString(),
                "--out",
                out.toString());

        assertThat(code).as(err.toString()).isZero();
        JsonNode metrics = metrics(out);
        assertThat(metrics.get("dead_letters").asInt()).isEqualTo(3);
        assertThat(metrics.get("late").asInt() + metrics.get("duplicates").asInt())
                .isEqualTo(2);
        assertThat(metrics.get("visits").asInt()).isEqualTo(50);
        assertThat(Files.readString(out.resolve("dead_letters.jsonl")))
                .contains("log.jsonl:41")
                .contains("not json")
                .contains("type is look")
                .contains("allowed is a time from 2000-01-01T00:00:00Z");
        assertThat(Files.lines(out.resolve("late.jsonl")))
                .hasSize(metrics.get("late").asInt());
        assertThat(Files.lines(out.resolve("rankings.jsonl")).filter(line -> line.contains("\"anchor_id\":\"i1\"")))
                .isNotEmpty();
    }

    @Test
    void aReportIsMadeOfWhatOtherCommandsLeave() throws IOException {
        Path demo = folder.resolve("demo");
        Path empty = folder.resolve("empty");
        assertThat(run("demo", "--events", "4000", "--out", demo.toString())).isZero();
        assertThat(run("replay", "--format", "events", "--data", log().toString(), "--out", empty.toString()))
                .isZero();

        assertThat(run("report", demo.toString(), empty.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(demo.resolve("report.html")))
                .contains("How good the rankers were over time: demo")
                .contains("covisit-jaccard")
                .doesNotContain("over time: empty");

        Path page = folder.resolve("page.html");
        assertThat(run("report", empty.toString(), "--out", page.toString())).isZero();
        assertThat(page).isNotEmptyFile();
    }

    @Test
    void anEmptyLogIsNoError() throws IOException {
        Path out = folder.resolve("out");
        int code = run("replay", "--format", "events", "--data", log().toString(), "--out", out.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(metrics(out).get("events").asInt()).isZero();
    }

    @Test
    void evaluationFollowsTheProtocol() throws IOException {
        Path train = Files.write(folder.resolve("train"), List.of("a b", "a b", "a c", "x y"));
        Path test = Files.write(folder.resolve("test"), List.of("a b c", "a z"));
        Path out = folder.resolve("out");
        int code = run(
                "evaluate",
                "--format",
                "sessions",
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--set",
                "sessions.covisit_unit=session",
                "--out",
                out.toString());

        assertThat(code).as(err.toString()).isZero();
        // a → b is rank 1; b → c and a → z have no co-visit.
        JsonNode count = metrics(out).at("/quality/covisit-count");
        assertThat(count.get("recall@20").asDouble()).isEqualTo(1 / 3.0);
        assertThat(count.get("mrr@20").asDouble()).isEqualTo(1 / 3.0);
    }

    @Test
    void learningOnTestKnowsWhatTestHasShown() throws IOException {
        Path train = Files.write(folder.resolve("train"), List.of("a b"));
        Path test = Files.write(folder.resolve("test"), List.of("p q", "p q"));
        Path out = folder.resolve("out");
        int code = run(
                "evaluate",
                "--learn-on-test",
                "--format",
                "sessions",
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--set",
                "sessions.covisit_unit=session",
                "--out",
                out.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(metrics(out).at("/quality/covisit-count/recall@20").asDouble())
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dance",
                "demo --events many",
                "demo --events 0",
                "replay --format events",
                "replay --format excel --data x",
                "demo --set sessions.window=0",
                "demo --set nonsense",
                "demo --conf none.yaml",
                "report",
                "report --set a=b out",
                ""
            })
    void wrongUsageExitsWithTwo(String arguments) {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        assertThat(run(words)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void failuresAreToldInOneLine() throws IOException {
        assertThat(run("replay", "--format", "events", "--data", "none.jsonl", "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualTo("akin: failed: there is no file none.jsonl\n");

        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("demo", "--events", "10", "--out", file.resolve("x").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the folder " + file.resolve("x") + " can't be made");

        assertThat(run("report", folder.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("akin: failed: there is no folder " + folder.resolve("nowhere"));
    }

    @Test
    void aFullDiskIsTold() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: there is no /dev/full here");
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("rankings.jsonl"), full);

        assertThat(run("demo", "--events", "3000", "--out", out.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("rankings.jsonl can't be written: No space left on device");
    }
}

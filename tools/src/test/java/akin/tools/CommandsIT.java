package akin.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akin.jobs.config.AkinSettings;
import akin.models.loop.PlainLoop;
import akin.models.quality.Figures;
import akin.models.quality.Slice;
import akin.tools.logs.MessageIterator;
import akin.tools.replay.RunMetrics;
import akin.tools.simulation.Limited;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that run the whole job in this JVM, as a user meets them. */
class CommandsIT {
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

    /** What the plain for-loop makes of the demo's shop. */
    private static RunMetrics ofTheLoop(int events) throws IOException {
        AkinSettings settings = AkinSettings.load(null, List.of("ranking.order=event-time", "quality.sample=1"));
        PlainLoop loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards());
        try (MessageIterator messages = new Limited(new Shop(ShopSettings.demo(1)), events, () -> false)) {
            messages.forEachRemaining(loop::add);
        }
        loop.run(ranking -> {});
        return new RunMetrics(Map.of(), 0, loop.reports(), Map.of());
    }

    @Test
    void theDemoLeavesItsResults() throws IOException {
        Path out = folder.resolve("deep/demo");
        int code = run("demo", "--events", "2000", "--out", out.toString());

        assertThat(code).as(err.toString()).isZero();
        JsonNode metrics = metrics(out);
        assertThat(metrics.get("events").asInt()).isEqualTo(2000);
        RunMetrics expected = ofTheLoop(2000);
        assertThat(metrics.get("model_digest").asText()).isEqualTo(expected.digest());
        assertThat(expected.quality()).hasSizeGreaterThan(4).allSatisfy((ranker, slices) -> {
            Figures all = slices.get(Slice.ALL);
            assertThat(all.hits10()).as(ranker).isPositive();
            assertThat(metrics.at("/quality/" + ranker + "/all/hit@10").asDouble())
                    .as(ranker)
                    .isEqualTo(all.share(all.hits10()));
        });
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
    void aFullDiskIsTold() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: there is no /dev/full here");
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("rankings.jsonl"), full);

        assertThat(run("demo", "--events", "3000", "--out", out.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("rankings.jsonl can't be written: No space left on device");
    }
}

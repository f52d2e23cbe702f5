package akin.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code akin experiments} as a user meets it, of commands that start no job. */
class ExperimentCommandsTest {
    private static final String DEMO = Path.of(System.getProperty("akin.root", ".."), "conf/experiments-demo.yaml")
            .toString();

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stdout = System.out;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(stdout);
    }

    private int run(String... arguments) {
        return Akin.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void checkExplainsWhoGetsWhat() {
        assertThat(run("experiments", "check", DEMO, "--user", "u1"))
                .as(err.toString())
                .isZero();
        assertThat(told())
                .contains("layer ranker, 1000 buckets")
                .contains("0-49       5.0 %  held out of all experiments")
                .contains("popular: similar by popular, top 30\n")
                .contains("interleaved with personalized")
                .containsPattern("u1 is in bucket \\d+ of layer ranker")
                .contains("u1 in personalized-or-popular: ");
    }

    @Test
    void checkTellsWhatIsWrongAndWhatMayNotChange() throws IOException {
        String text = Files.readString(Path.of(DEMO));
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), text.replace("ranker: popular}", "ranker: best}"));
        assertThat(run("experiments", "check", wrong.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("arms.popular.ranker: best (a ranker that is on");

        Path salted = Files.writeString(
                folder.resolve("salted.yaml"),
                text.replace("version: 1", "version: 2").replace("demo-ranker", "other"));
        assertThat(run("experiments", "check", salted.toString())).isZero();
        assertThat(run("experiments", "check", salted.toString(), "--running", DEMO))
                .isEqualTo(2);
        assertThat(err.toString()).contains("salt is other, allowed is what it was, demo-ranker");
    }

    @Test
    void planTellsUsersAndDays() {
        assertThat(run("experiments", "plan", "--baseline", "0.1", "--effect", "0.1", "--users-per-day", "1000"))
                .isZero();
        assertThat(told()).containsPattern("one fixed time +28,25\\d users in both arms, 28\\.3 days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiments",
                "experiments check",
                "experiments check none.yaml",
                "experiments plan --baseline 2 --effect 0.1",
                "experiments plan --baseline 0.2 --effect 0",
                "experiments plan --baseline 0.2 --effect 0.1 --power 1",
                "experiments simulate --runs 0",
                "experiments simulate --split 1",
                "experiments whatif --shown a"
            })
    void wrongUsageExitsWithTwo(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    private static String look(long time, String decision, double low) {
        return """
                {"experiment":"<b>e</b>","timestamp":%d,"metric":"click-rate","arms":[{"arm":"old","users":500,"capped_users":0},
                {"arm":"new","users":510,"capped_users":2}],"mismatch_p":0.7,"mismatch_alarm":false,"winner":%s,
                "results":[{"arm":"new","metric":"click-rate","control":0.1,"treatment":0.12,"effect":0.2,"interval":[%s,0.4],
                "decision":"%s","reason":"","decided_at_users":900,"users_needed":0,"p":0.01,"msprt_p":0.02,
                "fixed_interval":[0.1,0.3],"fixed_p":0.001,"variance_cut":0.2}],"other_metrics":[],
                "guardrails":[{"arm":"new","metric":"buyers","effect":0.0,"interval":[null,null],"decision":"not yet","reason":"x"}]}
                """.formatted(time, decision.equals("better") ? "\"new\"" : "null", low, decision)
                .replace("\n", "");
    }

    @Test
    void theReportIsOnePageThatNamesTheBetterArm() throws IOException {
        Files.write(
                folder.resolve("experiments.jsonl"),
                List.of(look(1_767_600_000_000L, "not yet", -0.1), look(1_767_603_600_000L, "better", 0.05)));
        assertThat(run("experiments", "report", folder.toString()))
                .as(err.toString())
                .isZero();

        assertThat(told())
                .contains("<b>e</b>: new is better: click rate +20.0 %, certainly between +5.0 % and +40.0 %");
        String page = Files.readString(folder.resolve("experiments.html"));
        assertThat(page)
                .contains("&lt;b&gt;e&lt;/b&gt;", "new is better", "class=\"band\"", "Guardrails", "510")
                .doesNotContain("<b>e</b>", "http://www.w3.org/1999/xlink", "<script");
    }

    @Test
    void aReportOfNothingSaysWhatToDo() throws IOException {
        assertThat(run("experiments", "report", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("run the job with experiments");
        Files.writeString(folder.resolve("experiments.jsonl"), "");
        assertThat(run("experiments", "report", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nobody was shown a list");
    }

    private static String ranking(int event, String items, String more) {
        return "{\"ranking_id\":\"e%d\",\"user_id\":\"u%d\",\"placement\":\"similar\",%s\"timestamp\":%d,\"items\":[%s]}"
                .formatted(event, event % 50, more, 1_767_600_000_000L + 60_000L * event, items);
    }

    private static String items(String... ids) {
        return String.join(
                ",",
                java.util.Arrays.stream(ids)
                        .map(id -> "{\"item_id\":\"" + id + "\"}")
                        .toList());
    }

    /** Everybody clicks x, wherever it stands; the other ranker has it first. */
    @Test
    void whatifJudgesARankerThatWasNotShown() throws IOException {
        Path shown = Files.createDirectory(folder.resolve("shown"));
        Path instead = Files.createDirectory(folder.resolve("instead"));
        StringBuilder rankings = new StringBuilder();
        StringBuilder others = new StringBuilder();
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            boolean exchanged = i % 2 == 0;
            String pair = i < 200 ? "\"pair\":1,\"exchanged\":" + exchanged + "," : "";
            boolean first = i < 200 && exchanged;
            rankings.append(ranking(i, first ? items("x", "y") : items("y", "x"), pair))
                    .append('\n');
            others.append(ranking(i, items("x", "y"), "")).append('\n');
            if (first || i % 4 == 1) {
                events.append(
                        "{\"event_id\":\"c%d\",\"user_id\":\"u%d\",\"item_id\":\"x\",\"type\":\"view\",\"timestamp\":%d}\n"
                                .formatted(i, i % 50, 1_767_600_001_000L + 60_000L * i));
            }
        }
        Files.writeString(shown.resolve("rankings.jsonl"), rankings);
        Files.writeString(instead.resolve("rankings.jsonl"), others);
        Path log = Files.writeString(folder.resolve("events.jsonl"), events);
        String[] arguments = {
            "experiments",
            "whatif",
            "--shown",
            shown.toString(),
            "--instead",
            instead.toString(),
            "--format",
            "events",
            "--data",
            log.toString()
        };

        assertThat(run(arguments)).as(err.toString()).isZero();
        assertThat(told())
                .contains("400 lists")
                .contains("relative to the first: 1.00 0.50")
                .contains("doubly robust");
        Files.writeString(shown.resolve("rankings.jsonl"), others);
        assertThat(run(arguments)).isEqualTo(1);
        assertThat(err.toString()).contains("has a random pair");
    }
}

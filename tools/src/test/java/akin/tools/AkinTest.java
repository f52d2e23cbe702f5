package akin.tools;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The command line as a user meets it: exit codes, messages, files; of commands that start no job. */
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

    /** Evaluates a train log and a test log of sessions. */
    private JsonNode evaluate(List<String> train, List<String> test, String... more) throws IOException {
        Path out = folder.resolve("out");
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--format", "sessions", "--out", out.toString()));
        arguments.addAll(
                List.of("--train", Files.write(folder.resolve("train"), train).toString()));
        arguments.addAll(
                List.of("--test", Files.write(folder.resolve("test"), test).toString()));
        arguments.addAll(List.of("--set", "sessions.covisit_unit=session"));
        arguments.addAll(List.of(more));

        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return metrics(out);
    }

    @Test
    void evaluationFollowsTheProtocol() throws IOException {
        JsonNode metrics = evaluate(List.of("a b", "a b", "a c", "x y"), List.of("a b c", "a z"));

        // a → b is rank 1; b → c and a → z have no co-visit.
        JsonNode count = metrics.at("/quality/covisit-count");
        assertThat(count.get("recall@20").asDouble()).isEqualTo(1 / 3.0);
        assertThat(count.get("mrr@20").asDouble()).isEqualTo(1 / 3.0);
    }

    @Test
    void learningOnTestKnowsWhatTestHasShown() throws IOException {
        JsonNode metrics = evaluate(List.of("a b"), List.of("p q", "p q"), "--learn-on-test");

        assertThat(metrics.at("/quality/covisit-count/recall@20").asDouble()).isEqualTo(0.5);
    }

    @Test
    void evaluateRanksByWhatIsNamed() throws IOException {
        List<String> train = List.of("a b", "a b", "a c");
        JsonNode all = evaluate(train, List.of("a b c"));
        JsonNode named = evaluate(train, List.of("a b c"), "--rankers", "cre,covisit-count");

        assertThat(named.get("quality").fieldNames()).toIterable().containsExactly("covisit-count", "cre");
        assertThat(named.at("/quality/cre")).isEqualTo(all.at("/quality/cre"));
        assertThat(named.at("/quality/covisit-count")).isEqualTo(all.at("/quality/covisit-count"));
    }

    @Test
    void comparesTheReRankerAndOnRequestEveryRanker() throws IOException {
        List<String> train = List.of("a b", "a b", "a c", "x y");

        assertThat(evaluate(train, List.of("a b")).get("quality").fieldNames())
                .toIterable()
                .contains("personalized", "session-knn", "cre")
                .doesNotContain("stamp", "cre-stamp");
        assertThat(evaluate(train, List.of("a b"), "--all").get("quality").fieldNames())
                .toIterable()
                .contains(
                        "session-knn",
                        "stamp",
                        "narm",
                        "cre",
                        "cre-covisit",
                        "cre-session-knn",
                        "cre-stamp",
                        "cre-narm");
        assertThat(evaluate(train, List.of("a b"), "--set", "embedding.learners=[]")
                        .get("quality")
                        .fieldNames())
                .toIterable()
                .contains("session-knn", "cre")
                .doesNotContain("personalized");
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
}

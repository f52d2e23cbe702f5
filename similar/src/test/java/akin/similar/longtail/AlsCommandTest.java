package akin.similar.longtail;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.SimilarCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AlsCommandTest {
    private static final StringWriter ERR = new StringWriter();

    @TempDir
    static Path folder;

    private static byte[] metrics;
    private static JsonNode telling;

    @BeforeAll
    static void run() throws IOException {
        telling = quality(true, "--threads", "1");
        metrics = Files.readAllBytes(folder.resolve("out/metrics.json"));
    }

    @Test
    void whereContentDecidesRareItemsReachThePopular() {
        assertThat(recall(telling, "blend", "rare_anchor"))
                .as(telling.toString())
                .isGreaterThan(recall(telling, "als", "rare_anchor"))
                .isGreaterThan(0.9 * recall(telling, "als", "all"));
        assertThat(recall(telling, "blend", "rare_target"))
                .isGreaterThanOrEqualTo(recall(telling, "als", "rare_target"))
                .isGreaterThan(0.9 * recall(telling, "als", "all"));
    }

    @Test
    @Tag("long")
    void whereContentIsNoiseTheBlendLosesNothing() throws IOException {
        JsonNode noise = quality(false);

        for (String task : List.of("all", "rare_anchor", "rare_target")) {
            assertThat(recall(noise, "blend", task))
                    .as("%s of %s", task, noise)
                    .isGreaterThanOrEqualTo(recall(noise, "als", task) - 0.03);
        }
    }

    @Test
    void figuresOfAllRankersAndTasksAreThere() {
        for (String ranker : List.of("popular", "item-knn", "tfidf", "als", "content", "blend")) {
            for (String task : List.of("all", "rare_anchor", "rare_target")) {
                for (String figure : List.of("positions", "recall@20", "ndcg@10", "map")) {
                    assertThat(telling.path(ranker).path(task).path(figure).isNumber())
                            .as("%s.%s.%s", ranker, task, figure)
                            .isTrue();
                }
            }
        }
    }

    @Test
    @Tag("long")
    void sameFiguresWithAnyNumberOfThreads() throws IOException {
        assertThat(run(true, "--threads", "3")).isZero();

        assertThat(Files.readAllBytes(folder.resolve("out/metrics.json"))).isEqualTo(metrics);
    }

    @Test
    void unknownFormatIsNamed() {
        int code = commandLine()
                .execute("als", "--format", "nonsense", "--data", "x", "--leave-one-out", "--out", folder.toString());

        assertThat(code).isEqualTo(2);
        assertThat(ERR.toString()).contains("nonsense", "user-sequences");
    }

    @Test
    void missingFileIsNamed() {
        String missing = folder.resolve("missing.txt").toString();
        int code = commandLine()
                .execute("als", "--format", "user-sequences", "--data", missing, "--leave-one-out", "--out", "out");

        assertThat(code).isEqualTo(2);
        assertThat(ERR.toString()).contains(missing);
    }

    private static double recall(JsonNode quality, String ranker, String task) {
        return quality.path(ranker).path(task).path("recall@20").asDouble(-1);
    }

    private static JsonNode quality(boolean titlesTell, String... more) throws IOException {
        assertThat(run(titlesTell, more)).isZero();
        return new ObjectMapper()
                .readTree(folder.resolve("out/metrics.json").toFile())
                .path("quality");
    }

    private static int run(boolean titlesTell, String... more) throws IOException {
        Path sequences = folder.resolve("sequences.txt");
        Path items = folder.resolve("items.tsv");
        PlantedShop.write(sequences, items, titlesTell);
        List<String> arguments = new ArrayList<>(
                List.of("als", "--format", "user-sequences", "--rank", "24", "--rounds", "4", "--leave-one-out"));
        arguments.addAll(List.of("--data", sequences.toString(), "--items", items.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return commandLine().execute(arguments.toArray(String[]::new));
    }

    private static CommandLine commandLine() {
        return SimilarCommand.commandLine().setErr(new PrintWriter(ERR)).setOut(new PrintWriter(new StringWriter()));
    }
}

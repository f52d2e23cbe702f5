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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AlsCommandTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void whereContentDecidesRareItemsReachThePopular() throws IOException {
        JsonNode quality = quality(true);

        assertThat(recall(quality, "blend", "rare_target")).isGreaterThan(recall(quality, "als", "all"));
        assertThat(recall(quality, "blend", "rare_anchor")).isGreaterThan(3 * recall(quality, "als", "rare_anchor"));
        assertThat(recall(quality, "blend", "all")).isGreaterThanOrEqualTo(recall(quality, "als", "all"));
    }

    @Test
    void whereContentIsNoiseTheBlendLosesNothing() throws IOException {
        JsonNode quality = quality(false);

        for (String task : List.of("all", "rare_anchor", "rare_target")) {
            assertThat(recall(quality, "blend", task)).isGreaterThanOrEqualTo(recall(quality, "als", task) - 0.03);
        }
    }

    @Test
    void figuresOfAllRankersAndTasksAreThere() throws IOException {
        JsonNode quality = quality(true);

        for (String ranker : List.of("popular", "item-knn", "tfidf", "als", "content", "blend")) {
            for (String task : List.of("all", "rare_anchor", "rare_target")) {
                for (String figure : List.of("positions", "recall@20", "ndcg@10", "map")) {
                    assertThat(quality.path(ranker).path(task).path(figure).isNumber())
                            .as("%s.%s.%s", ranker, task, figure)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void sameFiguresWithAnyNumberOfThreads() throws IOException {
        assertThat(run(true, "--threads", "1")).isZero();
        byte[] one = Files.readAllBytes(folder.resolve("out/metrics.json"));
        assertThat(run(true, "--threads", "3")).isZero();

        assertThat(Files.readAllBytes(folder.resolve("out/metrics.json"))).isEqualTo(one);
    }

    @Test
    void unknownFormatIsNamed() throws IOException {
        int code = commandLine()
                .execute("als", "--format", "nonsense", "--data", "x", "--leave-one-out", "--out", folder.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("nonsense", "user-sequences");
    }

    @Test
    void missingFileIsNamed() {
        String missing = folder.resolve("missing.txt").toString();
        int code = commandLine()
                .execute("als", "--format", "user-sequences", "--data", missing, "--leave-one-out", "--out", "out");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(missing);
    }

    private static double recall(JsonNode quality, String ranker, String task) {
        return quality.path(ranker).path(task).path("recall@20").asDouble(-1);
    }

    private JsonNode quality(boolean titlesTell) throws IOException {
        assertThat(run(titlesTell)).isZero();
        return new ObjectMapper()
                .readTree(folder.resolve("out/metrics.json").toFile())
                .path("quality");
    }

    private int run(boolean titlesTell, String... more) throws IOException {
        Path sequences = folder.resolve("sequences.txt");
        Path items = folder.resolve("items.tsv");
        PlantedShop.write(sequences, items, titlesTell);
        List<String> arguments = new java.util.ArrayList<>(
                List.of("als", "--format", "user-sequences", "--rank", "24", "--rounds", "4", "--leave-one-out"));
        arguments.addAll(List.of("--data", sequences.toString(), "--items", items.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return commandLine().execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        return SimilarCommand.commandLine().setErr(new PrintWriter(err)).setOut(new PrintWriter(new StringWriter()));
    }
}

package akin.similar.match;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.SimilarCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchCommandTest {
    private static final String[] KINDS = {"speaker", "turntable", "camera", "switch"};
    private static final int PRODUCTS = 60;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = SimilarCommand.commandLine();
        command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(new StringWriter(), true));
        return command.execute(args);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String title(int i, boolean isLeft) {
        String model = String.format(Locale.ROOT, "%s%04d", (char) ('a' + i % 7), 37 * i + 1000);
        return isLeft
                ? "acme " + KINDS[i % 4] + " black " + model
                : KINDS[i % 4] + " model " + model.toUpperCase(Locale.ROOT) + " by acme";
    }

    private Path catalogue(boolean isLeft) throws IOException {
        StringBuilder text = new StringBuilder("id,name,price\n");
        for (int i = 0; i < PRODUCTS; i++) {
            text.append(i)
                    .append(',')
                    .append(title(i, isLeft))
                    .append(',')
                    .append(i % 3 == 0 ? "" : "9." + i)
                    .append('\n');
        }
        return write(isLeft ? "left.csv" : "right.csv", text.toString());
    }

    private Path pairs(String name, int from, int to) throws IOException {
        StringBuilder text = new StringBuilder("ltable_id,rtable_id,label\n");
        for (int i = from; i < to; i++) {
            text.append(i).append(',').append(i).append(",1\n");
            text.append(i).append(',').append((i + 4) % PRODUCTS).append(",0\n");
            text.append(i).append(',').append((i + 8) % PRODUCTS).append(",0\n");
        }
        return write(name, text.append("999,0,1\n0,1,perhaps\n").toString());
    }

    @Test
    void matchesTwoCatalogues() throws IOException {
        Path out = folder.resolve("out");
        int code = run(
                "match",
                "--left",
                catalogue(true).toString(),
                "--right",
                catalogue(false).toString(),
                "--train",
                pairs("train.csv", 0, 30).toString(),
                "--valid",
                pairs("valid.csv", 30, 45).toString(),
                "--test",
                pairs("test.csv", 45, 60).toString(),
                "--layers",
                "16,8",
                "--every-depth",
                "--out",
                out.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode metrics =
                new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
        JsonNode quality = metrics.path("quality");
        assertThat(quality.path("siamese").path("f1").asDouble()).isGreaterThan(0.9);
        for (String embedding : new String[] {"title-ngrams", "title-minilm", "price", "compound", "siamese"}) {
            for (String figure : new String[] {"r@p80", "r@p90", "r@p95", "f1", "ndcg@10", "map", "recall@10"}) {
                assertThat(quality.path(embedding).path(figure).asDouble(-1))
                        .as("%s %s", embedding, figure)
                        .isBetween(0.0, 1.0);
            }
        }
        assertThat(metrics.at("/pairs/test/unknown").asInt()).isOne();
        assertThat(metrics.at("/pairs/test/unreadable").asInt()).isOne();
        assertThat(metrics.at("/learning/0/epoch").asInt()).isOne();
        assertThat(metrics.path("depths").fieldNames())
                .toIterable()
                .containsExactly("layers []", "layers [16]", "layers [16, 8]");
        assertThat(Files.readAllLines(out.resolve("matches.tsv")))
                .hasSize(PRODUCTS + 1)
                .contains("left\tright\tsquared_distance\tmatch");
    }

    @Test
    void matchesTitlesInPairs() throws IOException {
        StringBuilder text = new StringBuilder("left_title\tright_title\tlabel\n");
        for (int i = 0; i < 40; i++) {
            text.append(title(i, true)).append('\t').append(title(i, false)).append("\t1\n");
            text.append(title(i, true))
                    .append('\t')
                    .append(title((i + 4) % 40, false))
                    .append("\t0\n");
        }
        String pairs = write("pairs.tsv", text.toString()).toString();
        Path out = folder.resolve("out");

        assertThat(run(
                        "match",
                        "--train",
                        pairs,
                        "--valid",
                        pairs,
                        "--test",
                        pairs,
                        "--layers",
                        "16,8",
                        "--out",
                        out.toString()))
                .isZero();

        JsonNode metrics =
                new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
        assertThat(metrics.at("/quality/siamese/f1").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void comparesProductsOfOneCatalogueByVectors() throws IOException {
        StringBuilder items = new StringBuilder("id,category\n");
        StringBuilder vectors = new StringBuilder("40 8\n");
        StringBuilder text = new StringBuilder("left_id,right_id,label\n");
        for (int i = 0; i < 40; i++) {
            items.append(i).append(",all\n");
            vectors.append(i);
            for (int n = 0; n < 8; n++) {
                vectors.append(' ').append(n == i / 2 % 8 ? 1 : 0.01 * i);
            }
            vectors.append('\n');
            text.append(i).append(',').append(i ^ 1).append(",1\n");
            text.append(i).append(',').append((i + 3) % 40).append(",0\n");
        }
        String pairs = write("pairs.csv", text.toString()).toString();
        Path out = folder.resolve("out");

        assertThat(run(
                        "match",
                        "--catalogue",
                        write("items.csv", items.toString()).toString(),
                        "--vectors",
                        write("vectors.w2v", vectors.toString()).toString(),
                        "--train",
                        pairs,
                        "--valid",
                        pairs,
                        "--test",
                        pairs,
                        "--layers",
                        "8",
                        "--out",
                        out.toString()))
                .isZero();

        JsonNode quality = new ObjectMapper()
                .readTree(out.resolve("metrics.json").toFile())
                .path("quality");
        assertThat(quality.at("/behaviour/choice").asDouble()).isOne();
        assertThat(quality.at("/siamese/choice").asDouble()).isOne();
        assertThat(quality.has("title-ngrams")).isFalse();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        String left = catalogue(true).toString();
        String pairs = pairs("pairs.csv", 0, 10).toString();
        String bad = write("bad.csv", "a,b\n1,2\n").toString();
        String out = folder.resolve("out").toString();

        assertThat(run("match", "--left", left, "--train", pairs, "--valid", pairs, "--test", pairs, "--out", out))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--left and --right belong together");
        assertThat(run(
                        "match",
                        "--left",
                        left,
                        "--right",
                        left,
                        "--catalogue",
                        left,
                        "--train",
                        pairs,
                        "--valid",
                        pairs,
                        "--test",
                        pairs,
                        "--out",
                        out))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--catalogue stands instead of");
        assertThat(run(
                        "match", "--left", left, "--right", left, "--train", bad, "--valid", pairs, "--test", pairs,
                        "--out", out))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("no column for left in a file of pairs: name one by --pair-column left=NAME, or in the "
                        + "configuration by labelled.columns.left, of a, b");
    }
}

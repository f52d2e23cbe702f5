package akin.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;

import akin.similar.SimilarCommand;
import akin.tools.Akin;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop closed: the simulated shop as files, the workflow on them, its messages into the streaming job, rankings. */
@Tag("long")
class LoopIT {
    private static final int EVENTS = 3000;

    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void writeLog() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("log.jsonl"))) {
            for (int part = 0; part < 4; part++) {
                Path messages = folder.resolve("similar/publish/messages/part-%05d.jsonl".formatted(part));
                for (String line : Files.readAllLines(messages)) {
                    out.write(line + "\n");
                }
            }
            for (String line : Files.readAllLines(folder.resolve("shop/events.jsonl"))) {
                out.write(line + "\n");
            }
        }
    }

    @Test
    void rankingsNameWhatTheWorkflowPublished() throws Exception {
        assertThat(Akin.commandLine().execute("shop", "--events", "" + EVENTS, "--out", path("shop")))
                .isZero();
        Files.writeString(
                folder.resolve("shop.yaml"),
                "catalogue:\n  file: " + path("shop/items.csv") + "\n  images: " + path("shop/images")
                        + "\n  columns: {category: [department, group, leaf], attributes: [colour, material]}\n");
        assertThat(SimilarCommand.commandLine().execute("run", "--conf", path("shop.yaml"), "--out", path("similar")))
                .isZero();
        writeLog();
        assertThat(Akin.commandLine()
                        .execute(
                                "replay",
                                "--format",
                                "events",
                                "--data",
                                path("log.jsonl"),
                                "--out",
                                path("replay"),
                                "--set",
                                "components=[\"similar:visual\",image]"))
                .isZero();

        JsonNode metrics = new ObjectMapper()
                .readTree(folder.resolve("replay/metrics.json").toFile());
        assertThat(metrics.path("dead_letters").asLong()).isZero();
        assertThat(metrics.at("/quality/image/all/hit@10").asDouble()).isPositive();
        assertThat(namedBy("similar:visual")).isGreaterThan(1000);
    }

    /** How many recommended items a source named. */
    private int namedBy(String source) throws IOException {
        int named = 0;
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("replay/rankings.jsonl"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (JsonNode item : json.readTree(line).path("items")) {
                    named += item.path("sources").has(source) ? 1 : 0;
                }
            }
        }
        return named;
    }

    @Test
    void thePicturesOfOneStyleAreMoreAlike() throws Exception {
        assertThat(Akin.commandLine().execute("shop", "--events", "1", "--out", path("shop")))
                .isZero();
        assertThat(SimilarCommand.commandLine()
                        .execute(
                                "run",
                                "--out",
                                path("similar"),
                                "--set",
                                "catalogue.file=" + path("shop/items.csv"),
                                "--set",
                                "catalogue.images=" + path("shop/images"),
                                "--set",
                                "applications.visual.inputs={image: 1}"))
                .isZero();

        assertThat(sharedPatterns()).isGreaterThan(0.8);
    }

    /** The share of the five most similar whose title tells of the same pattern. */
    private double sharedPatterns() throws IOException {
        List<String> patterns = List.of("plain", "upright", "level", "slanting", "checks", "dots");
        Map<String, String> titles = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("shop/items.csv"))) {
            patterns.stream().filter(line::contains).forEach(pattern -> titles.put(line.split(",")[0], pattern));
        }
        ObjectMapper json = new ObjectMapper();
        int shared = 0;
        int all = 0;
        for (int part = 0; part < 4; part++) {
            Path messages = folder.resolve("similar/publish/messages/part-%05d.jsonl".formatted(part));
            for (String line : Files.readAllLines(messages)) {
                JsonNode message = json.readTree(line);
                JsonNode similar = message.at("/similar/visual");
                for (int rank = 0; rank < Math.min(5, similar.size()); rank++) {
                    all++;
                    String pattern = titles.get(message.path("item_id").asText());
                    shared += pattern.equals(titles.get(similar.get(rank).asText())) ? 1 : 0;
                }
            }
        }
        return (double) shared / all;
    }
}

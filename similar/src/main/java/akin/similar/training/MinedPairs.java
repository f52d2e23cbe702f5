package akin.similar.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs that were mined, as a file of JSON lines: first the version and a digest of the products that pairs name, so that
 * nothing is learned anew while pairs and products are the same; then a pair a line.
 *
 * @param products digest of the named products and their compound embeddings
 */
record MinedPairs(String products, List<Line> lines) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A pair.
     *
     * @param isValid whether it is validated on, and not learned
     */
    record Line(
            @JsonProperty("task") String task,
            @JsonProperty("valid") boolean isValid,
            @JsonProperty("left") String left,
            @JsonProperty("right") String right,
            @JsonProperty("similar") boolean isSimilar) {}

    private record Head(
            @JsonProperty("version") int version,
            @JsonProperty("products") String products) {}

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(JSON.writeValueAsString(new Head(VERSION, products)) + "\n");
            for (Line line : lines) {
                out.write(JSON.writeValueAsString(line) + "\n");
            }
        }
    }

    static MinedPairs read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            JsonNode head = JSON.readTree(in.readLine());
            int version = head.path("version").asInt();
            if (version != VERSION) {
                throw new IOException(file + " has version " + version + ", this build reads " + VERSION);
            }
            List<Line> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(JSON.readValue(line, Line.class));
            }
            return new MinedPairs(head.path("products").asText(), lines);
        }
    }
}

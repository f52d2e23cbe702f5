package akin.similar.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a step has made: its parts, in the order of their numbers. Lies in the step's folder as {@code manifest.json}; more
 * than {@link #MOST} parts lie in files of their own that the manifest lists.
 */
public record Manifest(
        @JsonProperty("step") String step,
        @JsonProperty("parts") List<Part> parts) {
    /** Parts in one file. */
    public static final int MOST = 1000;

    private static final int VERSION = 1;
    /** The file's name in its folder. */
    public static final String NAME = "manifest.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Manifest {
        parts = List.copyOf(parts);
    }

    /** Reads the manifest of a folder; null where there is none. */
    public static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        JsonNode root = tree(file);
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : root.path("parts")) {
            parts.add(JSON.treeToValue(part, Part.class));
        }
        for (JsonNode lower : root.path("manifests")) {
            for (JsonNode part : tree(folder.resolve(lower.asText())).path("parts")) {
                parts.add(JSON.treeToValue(part, Part.class));
            }
        }
        return new Manifest(root.path("step").asText(), parts);
    }

    private static JsonNode tree(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        int version = root.path("version").asInt();
        if (version > VERSION) {
            throw new IOException(file + " was written by a newer build: it has version " + version
                    + ", this build reads up to " + VERSION + "; choose another --out, or that build");
        }
        return root;
    }

    /** Takes the manifest away before other parts are made. */
    public static void delete(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /** Writes it into its folder. */
    public void write(Path folder) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION).put("step", step);
        root.put("count", parts.size());
        root.set("counts", JSON.valueToTree(counts()));
        if (parts.size() <= MOST) {
            root.set("parts", JSON.valueToTree(parts));
        } else {
            ArrayNode lower = root.putArray("manifests");
            for (int from = 0; from < parts.size(); from += MOST) {
                String name = "manifest-%05d.json".formatted(from / MOST);
                ObjectNode some =
                        JSON.createObjectNode().put("version", VERSION).put("step", step);
                some.set("parts", JSON.valueToTree(parts.subList(from, Math.min(parts.size(), from + MOST))));
                Atomic.write(folder.resolve(name), out -> out.write(JSON.writeValueAsBytes(some)));
                lower.add(name);
            }
        }
        Atomic.write(folder.resolve(NAME), out -> out.write(JSON.writeValueAsBytes(root)));
    }

    /** Returns the sums of what the parts have counted. */
    public Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        parts.forEach(part -> part.counts().forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }

    public long count(String name) {
        return counts().getOrDefault(name, 0L);
    }

    public Part part(int number) {
        return parts.get(number);
    }

    /** Returns a digest of what all files hold. */
    public String digest() {
        Digest digest = new Digest().add(step);
        parts.forEach(part -> digest.add(part.sha256()));
        return digest.hex();
    }
}

package akin.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks up what a user set in the configuration of the job. What it means, and whether it is right, only the job's jar
 * knows.
 */
final class UserKeys {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final JsonNode file;
    private final List<String> assignments;

    /**
     * @param conf or null
     * @param assignments {@code key=value}, over the configuration; later ones win
     */
    UserKeys(Path conf, List<String> assignments) throws IOException {
        this.file = conf == null ? YAML.createObjectNode() : read(conf);
        this.assignments = assignments;
    }

    private static JsonNode read(Path conf) throws IOException {
        try {
            return YAML.readTree(conf.toFile());
        } catch (JsonProcessingException e) {
            // The parser's message quotes the text, which may be a secret.
            throw new IllegalArgumentException(
                    "the configuration is not YAML: see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    /** Returns the text that a key was given, or nothing where it was left at its default. */
    Optional<String> get(String key) {
        return assigned(key).or(() -> inFile(key));
    }

    private Optional<String> assigned(String key) {
        String start = key + "=";
        return assignments.stream()
                .filter(assignment -> assignment.startsWith(start))
                .map(assignment -> assignment.substring(start.length()).strip())
                .reduce((earlier, later) -> later);
    }

    private Optional<String> inFile(String key) {
        JsonNode value = file.at("/" + key.replace('.', '/'));
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}

package akin.similar.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML as a tree of maps: the defaults, a file laid over them, single keys laid over both. */
public final class YamlFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** A map of the user's own names: laid over as a whole. */
    private static final List<String> WHOLE = List.of("inputs", "columns", "embeddings");

    private static final String EXTRACTOR = "extractor";

    private YamlFile() {}

    /** Reads the defaults in the jar. */
    public static Map<String, Object> defaults() {
        try (InputStream in = YamlFile.class.getResourceAsStream("/similar.yaml")) {
            return tree(YAML.readValue(in, Object.class), "similar.yaml");
        } catch (IOException e) {
            throw new IllegalStateException("the defaults in the jar can't be read: " + e.getMessage(), e);
        }
    }

    public static Map<String, Object> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no configuration file " + file);
        }
        try {
            JsonNode root = YAML.readTree(file.toFile());
            return root.isMissingNode() ? tree(null, "") : tree(YAML.convertValue(root, Object.class), file.toString());
        } catch (JsonProcessingException e) {
            throw new UsageException(
                    file + " is not YAML: see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UsageException(file + " can't be read: " + e.getMessage());
        }
    }

    /** Reads one {@code key=value}; the value is YAML. */
    public static Map<String, Object> single(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new UsageException("--set takes key=value, not '" + assignment + "'");
        }
        try {
            Object value = YAML.readValue(assignment.substring(equals + 1), Object.class);
            String[] parts = assignment.substring(0, equals).strip().split("\\.");
            for (int i = parts.length - 1; i >= 0; i--) {
                value = new LinkedHashMap<>(Collections.singletonMap(parts[i], value));
            }
            return tree(value, assignment);
        } catch (IOException e) {
            throw new UsageException("--set " + assignment + ": the value is not YAML");
        }
    }

    private static Map<String, Object> tree(Object value, String name) {
        if (value == null) {
            return new LinkedHashMap<>();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new UsageException(name + " holds no map of keys, but " + value);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((key, child) -> tree.put(key.toString(), child instanceof Map ? tree(child, name) : child));
        return tree;
    }

    /** Copies a tree of keys, so that another can be laid over it. */
    static Map<String, Object> copy(Map<String, Object> keys) {
        return tree(keys, "");
    }

    /**
     * Lays {@code over} over {@code base}, which changes; null takes a key away. A feature of another extractor has other
     * keys: it is replaced as a whole.
     */
    @SuppressWarnings("unchecked")
    public static void lay(Map<String, Object> base, Map<String, Object> over) {
        over.forEach((key, value) -> {
            if (value == null) {
                base.remove(key);
            } else if (base.get(key) instanceof Map<?, ?> former
                    && value instanceof Map<?, ?> map
                    && !WHOLE.contains(key)
                    && (!map.containsKey(EXTRACTOR) || map.get(EXTRACTOR).equals(former.get(EXTRACTOR)))) {
                lay((Map<String, Object>) former, (Map<String, Object>) map);
            } else {
                base.put(key, value);
            }
        });
    }
}

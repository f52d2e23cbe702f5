package akin.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** YAML as a tree of maps: the defaults, a file laid over them, single keys laid over both. */
final class YamlTree {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** Below these keys a user's own names are allowed, and lists are taken whole. */
    private static final List<String> OPEN =
            List.of("kafka.properties", "kafka.consumer", "kafka.producer", "kafka.admin", "pool.most");

    private static final String NO_INDEX = "leave it out, the nearest items are found without an index";
    /** Keys of former versions, and what to do about them. */
    private static final Map<String, String> FORMER = Map.ofEntries(
            renamed("covisit.unit", "sessions.covisit_unit"),
            renamed("sessions.duplicates", "sessions.duplicate_window"),
            renamed("pool.covisits", "pool.most.covisit"),
            renamed("pool.attributes", "pool.most.attributes"),
            renamed("pool.embedding", "pool.most.embedding"),
            renamed("pool.new_items", "pool.most.new"),
            renamed("pool.new_within", "catalog.new_within"),
            Map.entry("embedding.neighbours.exact_items", NO_INDEX),
            Map.entry("embedding.neighbours.rebuild_visits", NO_INDEX),
            Map.entry("embedding.neighbours.rebuild_lag", NO_INDEX),
            Map.entry("embedding.neighbours.edges", NO_INDEX),
            Map.entry("embedding.neighbours.construction", NO_INDEX),
            Map.entry(
                    "embedding.neighbours.search",
                    "say by embedding.neighbours.looked_at how many items a search looks at"));

    private YamlTree() {}

    private static Map.Entry<String, String> renamed(String former, String key) {
        return Map.entry(former, "it is called " + key + " now");
    }

    static Map<String, Object> defaults() {
        try (InputStream in = YamlTree.class.getResourceAsStream("/akin.yaml")) {
            return tree(YAML.readValue(in, Object.class), "akin.yaml");
        } catch (IOException e) {
            throw new IllegalStateException("the defaults in the jar can't be read: " + e.getMessage(), e);
        }
    }

    static Map<String, Object> file(Path file) {
        try {
            return text(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("there is no configuration file " + file);
        } catch (IOException e) {
            throw new ConfigurationException(file + " can't be read: " + e.getMessage());
        }
    }

    /** The tree of a text that came from somewhere. */
    static Map<String, Object> text(String text, String origin) {
        try {
            JsonNode root = YAML.readTree(text);
            return root.isMissingNode() ? Map.of() : tree(YAML.convertValue(root, Object.class), origin);
        } catch (JsonProcessingException e) {
            // The parser's message quotes the text, which may be a secret.
            throw new ConfigurationException(
                    origin + " is not YAML: see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    private static Map<String, Object> tree(Object value, String name) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new ConfigurationException(
                    name + " holds no map of keys, but a " + (value instanceof List ? "list" : "text"));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        map.forEach((key, child) -> tree.put(key.toString(), child instanceof Map ? tree(child, name) : child));
        return tree;
    }

    /** The tree of one {@code key=value}; the value is YAML. */
    static Map<String, Object> single(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new ConfigurationException("--set takes key=value, not '" + assignment + "'");
        }
        String key = assignment.substring(0, equals).strip();
        Object value;
        try {
            value = YAML.readValue(assignment.substring(equals + 1), Object.class);
        } catch (IOException e) {
            throw new ConfigurationException("--set " + key + ": the value is not YAML");
        }
        String open = OPEN.stream()
                .filter(name -> key.startsWith(name + "."))
                .findFirst()
                .orElse(null);
        List<String> parts = new ArrayList<>(List.of((open == null ? key : open).split("\\.")));
        if (open != null) {
            parts.add(key.substring(open.length() + 1));
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            value = new LinkedHashMap<>(Collections.singletonMap(parts.get(i), value));
        }
        return tree(value, key);
    }

    /** Lays {@code over} over {@code base}; keys that the base lacks are problems. */
    static void lay(Map<String, Object> base, Map<String, Object> over, String prefix, List<Problem> problems) {
        over.forEach((key, value) -> {
            String name = prefix + key;
            if (!base.containsKey(key)
                    && !OPEN.contains(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1))) {
                problems.add(new Problem(name, value, unknown(name)));
            } else if (base.get(key) instanceof Map<?, ?> && value instanceof Map<?, ?>) {
                lay(child(base, key), child(over, key), name + ".", problems);
            } else if (base.get(key) instanceof Map<?, ?>) {
                problems.add(new Problem(name, value, "a group of keys"));
            } else {
                base.put(key, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> tree, String key) {
        return (Map<String, Object>) tree.get(key);
    }

    private static String unknown(String name) {
        String former = FORMER.get(name);
        return "no such key, " + (former == null ? "did you mean " + nearest(name) + "?" : former);
    }

    private static String nearest(String name) {
        return keys(defaults(), "").stream()
                .min(Comparator.comparingInt(key -> distance(key, name)))
                .orElseThrow();
    }

    /** All keys with a value of their own. */
    static TreeSet<String> keys(Map<String, Object> tree, String prefix) {
        TreeSet<String> keys = new TreeSet<>();
        tree.forEach((key, value) -> {
            if (value instanceof Map<?, ?> && !OPEN.contains(prefix + key)) {
                keys.addAll(keys(child(tree, key), prefix + key + "."));
            } else {
                keys.add(prefix + key);
            }
        });
        return keys;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

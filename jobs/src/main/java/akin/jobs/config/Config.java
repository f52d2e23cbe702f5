package akin.jobs.config;

import akin.models.settings.Durations;
import akin.models.settings.InvalidSettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Typed reading of a tree of keys. What is wrong is remembered, not thrown, so that all of it is told at once: a reader
 * gets a harmless value and goes on.
 */
final class Config {
    private final Map<String, Object> values;
    private final String prefix;
    private final List<Problem> problems;
    private final Set<String> asked;

    Config(Map<String, Object> values) {
        this(values, "", new ArrayList<>(), new LinkedHashSet<>());
    }

    private Config(Map<String, Object> values, String prefix, List<Problem> problems, Set<String> asked) {
        this.values = values;
        this.prefix = prefix;
        this.problems = problems;
        this.asked = asked;
    }

    /** Keys that were asked for so far. */
    Set<String> asked() {
        return asked;
    }

    /** Remembers what is wrong with a key: the first that is told of it, since the rest may follow from that. */
    void problem(String key, Object value, String allowed) {
        add(new Problem(prefix + key, value, allowed));
    }

    private void add(Problem problem) {
        if (problems.stream().noneMatch(told -> told.key().equals(problem.key()))) {
            problems.add(problem);
        }
    }

    /** Returns whether nothing was wrong so far. */
    boolean isRight() {
        return problems.isEmpty();
    }

    /** Throws when anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private Object value(String key) {
        asked.add(prefix + key);
        Object value = values;
        for (String part : key.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return value;
    }

    /** Reads a key, or gives null where it has no value: whoever asks then knows that the user chose nothing. */
    <T> T unlessUnset(String key, Function<String, T> reader) {
        return value(key) == null ? null : reader.apply(key);
    }

    String text(String key) {
        Object value = value(key);
        if (value == null
                || value instanceof Map
                || value instanceof List
                || value.toString().isBlank()) {
            problem(key, value, "a text");
            return "";
        }
        return value.toString();
    }

    /**
     * Makes a record of settings that checks itself; gives null, and remembers what is wrong, when it refuses. The keys that
     * it names are those of this tree.
     */
    <T> T make(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (InvalidSettingsException e) {
            e.all().forEach(invalid -> problem(invalid.key(), invalid.value(), invalid.allowed()));
            return null;
        }
    }

    int integer(String key) {
        Object value = value(key);
        if (value instanceof Integer number) {
            return number;
        }
        problem(key, value, "a whole number");
        return 0;
    }

    int integer(String key, int least, int most) {
        Object value = value(key);
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        problem(key, value, "a whole number from " + least + " to " + most);
        return least;
    }

    double number(String key) {
        Object value = value(key);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        problem(key, value, "a number");
        return 0;
    }

    boolean flag(String key) {
        Object value = value(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        problem(key, value, "true or false");
        return false;
    }

    Duration duration(String key) {
        Duration duration = Durations.parse(String.valueOf(value(key)));
        if (duration == null) {
            problem(key, value(key), "a duration such as 500ms, 10s, 30m or 90d");
            return Duration.ZERO;
        }
        return duration;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        Object value = value(key);
        E choice = value == null ? null : Constants.of(value.toString(), type);
        if (choice == null) {
            problem(key, value, "one of " + Constants.names(type));
            return type.getEnumConstants()[0];
        }
        return choice;
    }

    List<String> texts(String key) {
        Object value = value(key);
        if (value instanceof List<?> list && list.stream().allMatch(element -> element instanceof String)) {
            return list.stream().map(Object::toString).toList();
        }
        problem(key, value, "a list of texts");
        return List.of();
    }

    /** A map of texts; numbers and flags become texts. */
    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        if (value(key) instanceof Map<?, ?> given) {
            given.forEach((name, text) -> map.put(name.toString(), String.valueOf(text)));
        } else {
            problem(key, value(key), "a map of texts");
        }
        return map;
    }

    /** A map of whole numbers. */
    Map<String, Integer> integers(String key) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        map(key).forEach((name, text) -> {
            if (text.matches("-?\\d{1,9}")) {
                numbers.put(name, Integer.parseInt(text));
            } else {
                problem(key + "." + name, text, "a whole number");
            }
        });
        return numbers;
    }

    /** A list of maps, each to be read like a tree of its own; absent keys are taken from {@code defaults}. */
    List<Config> list(String key, Map<String, Object> defaults) {
        List<Config> list = new ArrayList<>();
        if (value(key) instanceof List<?> given && !given.isEmpty()) {
            for (int i = 0; i < given.size(); i++) {
                list.add(element(key + "[" + i + "].", given.get(i), defaults));
            }
        } else {
            problem(key, value(key), "a list with at least one element");
        }
        return list;
    }

    private Config element(String name, Object given, Map<String, Object> defaults) {
        Map<String, Object> element = new LinkedHashMap<>(defaults);
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!defaults.containsKey(key.toString())) {
                    problem(name + key, value, "no such key here, known: " + String.join(", ", defaults.keySet()));
                }
                element.put(key.toString(), value);
            });
        } else {
            problem(name, given, "a map");
        }
        return new Config(element, prefix + name, problems, asked);
    }
}

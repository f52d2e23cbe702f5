package akin.similar.settings;

import akin.models.settings.InvalidSettingsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Keys of a group of the configuration, read one by one; what nobody read is a mistake of the user. */
public final class Section {
    private final String path;
    private final Map<String, Object> values;
    private final Problems problems;
    private final Set<String> read = new LinkedHashSet<>();

    /** Gathers what is wrong with a configuration, to say all of it at once. */
    public static final class Problems {
        private final List<String> all = new ArrayList<>();

        public void add(String key, Object value, String allowed) {
            all.add("  " + key + ": " + value + " (" + allowed + ")");
        }

        /** Throws when there was one. */
        public void verify() {
            if (!all.isEmpty()) {
                throw new UsageException("the configuration has " + all.size()
                        + (all.size() == 1 ? " problem" : " problems") + " (conf/similar.yaml lists every key):\n"
                        + String.join("\n", all));
            }
        }
    }

    public Section(String path, Map<String, Object> values, Problems problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    private String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Object take(String name) {
        read.add(name);
        return values.get(name);
    }

    /** Returns the group's names, in their order. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    public Section section(String name) {
        return new Section(key(name), map(name), problems);
    }

    /** Returns a group of the user's, laid over what holds where it says nothing. */
    public Section section(String name, Map<String, Object> defaults) {
        Map<String, Object> all = YamlFile.copy(defaults);
        YamlFile.lay(all, map(name));
        return new Section(key(name), all, problems);
    }

    /** Returns a group whose names are the user's own. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String name) {
        Object value = take(name);
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        if (value != null) {
            problems.add(key(name), value, "a group of keys");
        }
        return new LinkedHashMap<>();
    }

    /** Returns a text, or null where it is empty. */
    public String text(String name) {
        Object value = take(name);
        if (value instanceof Map || value instanceof List) {
            problems.add(key(name), value, "a text");
            return null;
        }
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    public String text(String name, List<String> allowed) {
        String value = text(name);
        if (!allowed.contains(value)) {
            problems.add(key(name), value, "one of " + String.join(", ", allowed));
        }
        return value;
    }

    public List<String> texts(String name) {
        Object value = take(name);
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> texts.add(String.valueOf(element)));
        } else if (value != null && !value.toString().isEmpty()) {
            problems.add(key(name), value, "a list of names");
        }
        return texts;
    }

    /** Returns a list of numbers. */
    public List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        for (String text : texts(name)) {
            try {
                numbers.add(Double.valueOf(text));
            } catch (NumberFormatException e) {
                problems.add(key(name), text, "numbers");
            }
        }
        return numbers;
    }

    /** Returns a list of whole numbers, whose range the record checks that they go into. */
    public List<Integer> wholes(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : texts(name)) {
            try {
                numbers.add(Integer.valueOf(text));
            } catch (NumberFormatException e) {
                problems.add(key(name), text, "whole numbers");
            }
        }
        return numbers;
    }

    /**
     * Returns a whole number, whose range the record checks that it goes into.
     *
     * @param otherwise what is returned where there is none, which is a problem
     */
    public int whole(String name, int otherwise) {
        Object value = take(name);
        if (value instanceof Integer number) {
            return number;
        }
        problems.add(key(name), value, "a whole number");
        return otherwise;
    }

    /** Returns a number likewise. */
    public double number(String name, double otherwise) {
        Object value = take(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        problems.add(key(name), value, "a number");
        return otherwise;
    }

    public int whole(String name, int least, int most) {
        Object value = take(name);
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        problems.add(key(name), value, "a whole number from " + least + " to " + most);
        return least;
    }

    public double number(String name, double least, double most) {
        Object value = take(name);
        if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        problems.add(key(name), value, "a number from " + least + " to " + most);
        return least;
    }

    public boolean flag(String name) {
        Object value = take(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        problems.add(key(name), value, "true or false");
        return false;
    }

    /** Returns numbers by the user's own names. */
    public Map<String, Double> numbers(String name, double least, double most) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        map(name).forEach((what, value) -> {
            if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
                numbers.put(what, number.doubleValue());
            } else {
                problems.add(key(name) + "." + what, value, "a number from " + least + " to " + most);
            }
        });
        return numbers;
    }

    /** Makes the record of this group, and takes up what its own checks find; null where they find anything. */
    public <T> T make(Supplier<T> record) {
        try {
            return record.get();
        } catch (InvalidSettingsException e) {
            e.all().forEach(invalid -> problem(invalid.key(), invalid.value(), invalid.allowed()));
            return null;
        }
    }

    public void problem(String name, Object value, String allowed) {
        problems.add(key(name), value, allowed);
    }

    /** Ends reading: what is left over is unknown. */
    public void end() {
        for (String name : values.keySet()) {
            if (!read.contains(name)) {
                problems.add(key(name), values.get(name), "no such key, known are " + String.join(", ", read));
            }
        }
    }
}

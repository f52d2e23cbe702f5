package akin.similar.files;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name. */
public final class Counts {
    private final Map<String, Long> counts = new TreeMap<>();

    public void add(String name, long count) {
        counts.merge(name, count, Long::sum);
    }

    public Map<String, Long> all() {
        return counts;
    }
}

package akin.state.pages;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the settings that shape memory with those that a savepoint was written under. */
final class Shape {
    private record Difference(String key, String now, String saved) {}

    private Shape() {}

    /** Refuses a savepoint's settings that differ; what only one side knows shapes nothing that both have. */
    static void check(Map<String, String> now, Iterable<Map.Entry<String, String>> saved) {
        Map<String, String> byKey = new TreeMap<>();
        saved.forEach(entry -> byKey.put(entry.getKey(), entry.getValue()));
        List<Difference> differences = byKey.entrySet().stream()
                .map(entry -> new Difference(entry.getKey(), now.get(entry.getKey()), entry.getValue()))
                .filter(difference -> difference.now != null && !difference.now.equals(difference.saved))
                .toList();
        if (!differences.isEmpty()) {
            throw new IllegalStateException(told(differences));
        }
    }

    private static String told(List<Difference> differences) {
        return list(differences, " and ", one -> one.key + " is " + one.now)
                + ", the savepoint was written with "
                + list(differences, " and ", Difference::saved)
                + ": set "
                + list(differences, ", ", one -> one.key + "=" + one.saved)
                + ", or run ./akin savepoint migrate FROM TO "
                + list(differences, " ", one -> "--set " + one.key + "=" + one.now);
    }

    private static String list(List<Difference> differences, String between, Function<Difference, String> text) {
        return differences.stream().map(text).collect(Collectors.joining(between));
    }
}

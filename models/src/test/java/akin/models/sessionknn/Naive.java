package akin.models.sessionknn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link SessionKnn} by brute force over lists of all visits. */
final class Naive {
    private final SessionKnnSettings settings;
    private final Map<Long, List<Integer>> sessions = new LinkedHashMap<>();
    private final Map<Integer, List<Long>> postings = new HashMap<>();

    Naive(SessionKnnSettings settings) {
        this.settings = settings;
    }

    void learn(long session, int row) {
        List<Integer> items = sessions.computeIfAbsent(session, id -> new ArrayList<>());
        List<Integer> remembered = newest(items, settings.items());
        items.add(row);
        if (remembered.size() == 1) {
            post(remembered.get(0), session);
        }
        if (!remembered.isEmpty() && !remembered.contains(row)) {
            post(row, session);
        }
    }

    private void post(int row, long session) {
        postings.computeIfAbsent(row, key -> new ArrayList<>()).add(session);
    }

    void forget(int row) {
        postings.remove(row);
        sessions.values().forEach(items -> items.replaceAll(item -> item == row ? 0 : item));
    }

    private static <T> List<T> newest(List<T> list, int n) {
        return new ArrayList<>(list.subList(Math.max(0, list.size() - n), list.size()));
    }

    /** Scores by row. */
    Map<Integer, Double> find(long own, List<Integer> window) {
        List<Long> remembered = newest(new ArrayList<>(sessions.keySet()), settings.sessions());
        Map<Long, Double> similarities = new LinkedHashMap<>();
        Map<Long, Integer> shared = new HashMap<>();
        List<Integer> places = window.subList(0, Math.min(window.size(), settings.window()));
        for (int row : new LinkedHashSet<>(places)) {
            List<Long> list = newest(postings.getOrDefault(row, List.of()), settings.postings());
            LinkedHashSet<Long> newestFirst = new LinkedHashSet<>();
            for (int i = list.size() - 1; i >= 0 && remembered.contains(list.get(i)); i--) {
                newestFirst.add(list.get(i));
            }
            newestFirst.remove(own);
            for (long session : newestFirst) {
                double weight = Math.exp(-places.indexOf(row) / settings.windowDecay());
                similarities.merge(session, weight, Double::sum);
                shared.putIfAbsent(session, row);
            }
        }
        Map<Integer, Double> scores = new TreeMap<>();
        similarities.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(settings.neighbours())
                .forEach(entry -> add(entry.getKey(), shared.get(entry.getKey()), entry.getValue(), scores));
        scores.replaceAll((row, score) -> score * Math.log1p((double) sessions.size() / occurrences(row)));
        return scores;
    }

    private double occurrences(int row) {
        return Math.max(1, postings.getOrDefault(row, List.of()).size());
    }

    private void add(long session, int shared, double similarity, Map<Integer, Double> scores) {
        List<Integer> items = newest(sessions.get(session), settings.items());
        int at = items.lastIndexOf(shared);
        for (int i = 0; i < items.size(); i++) {
            int distance = at < 0 ? items.size() - 1 : Math.abs(i - at);
            if (items.get(i) != 0) {
                scores.merge(items.get(i), similarity * Math.exp(-distance / settings.distanceDecay()), Double::sum);
            }
        }
    }
}

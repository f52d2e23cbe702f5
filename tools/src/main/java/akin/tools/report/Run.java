package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a folder holds of one run.
 *
 * @param counts by name, in the order of {@code metrics.json}
 * @param quality figures as fractions by ranker and slice; {@link #FULL} is the slice of what {@code evaluate} wrote
 * @param history quality over event time, oldest first
 * @param learners empty when there are none
 * @param map or null
 */
record Run(
        String name,
        Map<String, Double> counts,
        double eventsPerSecond,
        String digest,
        Map<String, Map<String, Map<String, Double>>> quality,
        List<Interval> history,
        List<Learner> learners,
        ItemMap map) {
    static final String FULL = "full";

    boolean has(String slice) {
        return quality.values().stream().anyMatch(slices -> slices.containsKey(slice));
    }

    /** A figure, or NaN where there is none. */
    double figure(String ranker, String slice, String name) {
        return quality.getOrDefault(ranker, Map.of())
                .getOrDefault(slice, Map.of())
                .getOrDefault(name, Double.NaN);
    }

    /** A figure that is the same for all rankers: the largest of what they say, NaN where there is none. */
    double common(String slice, String name) {
        return quality.keySet().stream()
                .mapToDouble(ranker -> figure(ranker, slice, name))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** The rankers of all runs: their order says how each looks. */
    static List<String> rankers(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> Stream.concat(
                        run.quality.keySet().stream(),
                        run.history.stream().flatMap(interval -> interval.hits().keySet().stream())))
                .distinct()
                .toList();
    }

    /** The learners of all runs: their order says how each looks. */
    static List<String> learners(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> Stream.concat(
                        run.learners.stream().map(Learner::name),
                        run.history.stream().flatMap(interval -> interval.losses().keySet().stream())))
                .distinct()
                .toList();
    }

    /** The quality of {@code metrics.json}. */
    static Map<String, Map<String, Map<String, Double>>> quality(JsonNode json) {
        Map<String, Map<String, Map<String, Double>>> quality = new LinkedHashMap<>();
        json.properties().forEach(ranker -> {
            Map<String, Map<String, Double>> slices = new LinkedHashMap<>();
            ranker.getValue().properties().forEach(slice -> {
                if (slice.getValue().isObject()) {
                    slices.put(slice.getKey(), numbers(slice.getValue()));
                } else {
                    slices.put(FULL, numbers(ranker.getValue()));
                }
            });
            quality.put(ranker.getKey(), slices);
        });
        return quality;
    }

    /** All fields that are numbers. */
    static Map<String, Double> numbers(JsonNode json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            double number = JsonFiles.number(field.getValue());
            if (Double.isFinite(number)) {
                numbers.put(field.getKey(), number);
            }
        });
        return numbers;
    }
}

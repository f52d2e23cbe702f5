package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a learner of {@code metrics.json} did.
 *
 * @param loss mean, NaN when it is not known
 * @param bins of examples with about the same prediction, lowest first
 */
record Learner(String name, double examples, double loss, List<Bin> bins) {
    /** What was predicted on average, and how often it came true. */
    record Bin(double predicted, double observed, double examples) {}

    static List<Learner> all(JsonNode learning) {
        List<Learner> learners = new ArrayList<>();
        learning.properties().forEach(entry -> {
            JsonNode json = entry.getValue();
            double examples = JsonFiles.number(json.path("examples"));
            learners.add(new Learner(entry.getKey(), examples, JsonFiles.number(json.path("loss")), bins(json)));
        });
        return learners;
    }

    private static List<Bin> bins(JsonNode json) {
        List<Bin> bins = new ArrayList<>();
        for (JsonNode bin : json.path("calibration")) {
            double predicted = JsonFiles.number(bin.path("predicted"));
            double observed = JsonFiles.number(bin.path("observed"));
            double examples = bin.path("examples").asDouble();
            if (Double.isFinite(predicted) && Double.isFinite(observed) && examples > 0) {
                bins.add(new Bin(predicted, observed, examples));
            }
        }
        bins.sort(Comparator.comparingDouble(Bin::predicted));
        return bins;
    }

    /** By how much a prediction is off on average over the examples, NaN without bins. */
    double gap() {
        return bins.stream()
                .map(bin -> Mean.of(bin.examples(), Math.abs(bin.predicted() - bin.observed())))
                .reduce(new Mean(0, 0), Mean::plus)
                .value();
    }
}

package akin.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stretch of event time: a line of {@code quality.jsonl}, or several of them merged.
 *
 * @param timestamp its end, epoch milliseconds
 * @param hits hit@10 by ranker
 * @param losses by learner
 */
record Interval(long timestamp, double visits, Map<String, Mean> hits, Map<String, Mean> losses) {
    static Interval of(JsonNode line) {
        double visits = Math.max(0, line.path("visits").asDouble());
        Map<String, Mean> hits = new TreeMap<>();
        line.path("quality").properties().forEach(ranker -> {
            JsonNode figures = ranker.getValue();
            add(ranker.getKey(), figures.path("positions").asDouble(), figures.path("hit@10"), hits);
        });
        Map<String, Mean> losses = new TreeMap<>();
        line.path("loss").properties().forEach(loss -> add(loss.getKey(), visits, loss.getValue(), losses));
        return new Interval(line.path("timestamp").asLong(), visits, hits, losses);
    }

    private static void add(String name, double weight, JsonNode json, Map<String, Mean> to) {
        double value = JsonFiles.number(json);
        if (weight > 0 && Double.isFinite(value)) {
            to.put(name, Mean.of(weight, value));
        }
    }

    /** This and a later one as one. */
    Interval plus(Interval later) {
        return new Interval(
                later.timestamp, visits + later.visits, merged(hits, later.hits), merged(losses, later.losses));
    }

    private static Map<String, Mean> merged(Map<String, Mean> some, Map<String, Mean> others) {
        Map<String, Mean> merged = new TreeMap<>(some);
        others.forEach((name, mean) -> merged.merge(name, mean, Mean::plus));
        return merged;
    }

    /** Neighbours merged until each has at least {@code visits}, so that each is about as exact. */
    static List<Interval> merged(List<Interval> intervals, double visits) {
        List<Interval> merged = new ArrayList<>();
        Interval open = null;
        for (Interval interval : intervals) {
            open = open == null ? interval : open.plus(interval);
            if (open.visits >= visits) {
                merged.add(open);
                open = null;
            }
        }
        if (open != null) {
            merged.add(
                    merged.isEmpty() ? open : merged.remove(merged.size() - 1).plus(open));
        }
        return merged;
    }
}

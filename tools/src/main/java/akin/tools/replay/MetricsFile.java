package akin.tools.replay;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What {@code metrics.json} holds.
 *
 * @param others further counts by name, and gauges of components, each that of the worst shard
 * @param quality by ranker: {@link Shares} by slice, or the figures that an evaluation gives
 */
@JsonPropertyOrder({
    "events",
    "dead_letters",
    "late",
    "duplicates",
    "visits",
    "rankings",
    "seconds",
    "events_per_second",
    "model_digest",
    "shards",
    "quality",
    "learning"
})
record MetricsFile(
        long events,
        long deadLetters,
        long late,
        long duplicates,
        long visits,
        long rankings,
        double seconds,
        long eventsPerSecond,
        String modelDigest,
        int shards,
        @JsonAnyGetter Map<String, Number> others,
        Map<String, ?> quality,
        Map<String, LearnerFigures> learning) {}

package akin.jobs.config;

import java.time.Duration;

/**
 * How the stream flows.
 *
 * @param parallelism subtasks per operator, or null: what Flink's own configuration says
 * @param maxParallelism or null: what Flink's own configuration says
 * @param rankInEventTime whether rank requests wait for the watermark
 */
public record StreamSettings(
        Integer parallelism,
        Integer maxParallelism,
        Duration outOfOrderness,
        Duration watermarkStep,
        boolean rankInEventTime,
        Duration qualityEvery,
        Duration idleness) {}

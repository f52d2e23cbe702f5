package akin.jobs.config;

import java.time.Duration;

/**
 * How the stream flows.
 *
 * @param parallelism subtasks per operator, 0: what the environment gives
 * @param rankInEventTime whether rank requests wait for the watermark
 */
public record StreamSettings(
        int parallelism,
        int maxParallelism,
        Duration outOfOrderness,
        Duration watermarkStep,
        boolean rankInEventTime,
        Duration qualityEvery,
        Duration idleness) {}

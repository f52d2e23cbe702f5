package akin.jobs.config;

import akin.models.settings.Checks;
import akin.state.ShardKeys;
import java.time.Duration;

/**
 * How the stream flows.
 *
 * @param parallelism subtasks per operator, or null: what Flink's own configuration says
 * @param maxParallelism or null: what Flink's own configuration says
 * @param rankInEventTime whether rank requests wait for the watermark
 * @param failures inputs that may fail in a subtask before the job stops
 * @param waitingInputs most inputs of a shard that wait for event time; what comes beyond is set aside
 */
public record StreamSettings(
        Integer parallelism,
        Integer maxParallelism,
        Duration outOfOrderness,
        Duration watermarkStep,
        boolean rankInEventTime,
        Duration qualityEvery,
        Duration idleness,
        int failures,
        int waitingInputs) {
    private static final int CATALOGUES = 4;

    private enum RankingOrder {
        ARRIVAL,
        EVENT_TIME
    }

    public StreamSettings {
        Checks checks = Checks.of("stream")
                .notNegative("out_of_orderness", outOfOrderness)
                .notNegative("watermark_step", watermarkStep)
                .positive("quality_every", qualityEvery)
                .positive("idleness", idleness)
                .range("failures", failures, 1, Integer.MAX_VALUE)
                .range("waiting_inputs", waitingInputs, 1, Integer.MAX_VALUE);
        if (parallelism != null) {
            checks.range("parallelism", parallelism, 1, 1024);
        }
        if (maxParallelism != null) {
            checks.range(
                    "max_parallelism",
                    maxParallelism,
                    ShardKeys.LEAST_MAX_PARALLELISM,
                    ShardKeys.GREATEST_MAX_PARALLELISM);
        }
        checks.verify();
    }

    static StreamSettings of(Config config) {
        return config.make(() -> new StreamSettings(
                config.unlessUnset("stream.parallelism", config::integer),
                config.unlessUnset("stream.max_parallelism", config::integer),
                config.duration("stream.out_of_orderness"),
                config.duration("stream.watermark_step"),
                config.choice("ranking.order", RankingOrder.class) == RankingOrder.EVENT_TIME,
                config.duration("stream.quality_every"),
                config.duration("stream.idleness"),
                config.integer("stream.failures"),
                waitingInputs(config)));
    }

    /** A catalogue that is read before any event waits as a whole. */
    private static int waitingInputs(Config config) {
        Integer chosen = config.unlessUnset("stream.waiting_inputs", config::integer);
        long several = (long) CATALOGUES * config.integer("catalog.max_items");
        return chosen == null ? (int) Math.max(1, Math.min(several, Integer.MAX_VALUE)) : chosen;
    }
}

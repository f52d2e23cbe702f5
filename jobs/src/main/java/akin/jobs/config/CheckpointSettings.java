package akin.jobs.config;

import akin.models.settings.Checks;
import java.time.Duration;

/**
 * When and where checkpoints are taken, as far as the user chose it: null is what Flink's own configuration says.
 */
public record CheckpointSettings(Duration interval, String directory, StateBackend stateBackend) {
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

    /** Where state lies between checkpoints. */
    public enum StateBackend {
        HEAP,
        ROCKSDB
    }

    public CheckpointSettings {
        if (interval != null) {
            Checks.of("checkpoints")
                    .range("interval", interval, SHORTEST_INTERVAL, Checks.LONGEST)
                    .verify();
        }
    }

    static CheckpointSettings of(Config config) {
        return config.make(() -> new CheckpointSettings(
                config.unlessUnset("checkpoints.interval", config::duration),
                config.unlessUnset("checkpoints.directory", config::text),
                config.unlessUnset("checkpoints.state_backend", key -> config.choice(key, StateBackend.class))));
    }
}

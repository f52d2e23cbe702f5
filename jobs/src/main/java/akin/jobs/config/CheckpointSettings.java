package akin.jobs.config;

import java.time.Duration;

/**
 * When and where checkpoints are taken, as far as the user chose it: null is what Flink's own configuration says.
 */
public record CheckpointSettings(Duration interval, String directory, StateBackend stateBackend) {
    /** Where state lies between checkpoints. */
    public enum StateBackend {
        HEAP,
        ROCKSDB
    }
}

package akin.jobs.config;

import java.time.Duration;

/** When and where checkpoints are taken. */
public record CheckpointSettings(Duration interval, String directory, StateBackend stateBackend) {
    /** Where state lies between checkpoints. */
    public enum StateBackend {
        HEAP,
        ROCKSDB
    }
}

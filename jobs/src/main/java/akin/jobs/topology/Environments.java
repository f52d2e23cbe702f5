package akin.jobs.topology;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.CheckpointSettings;
import akin.state.pages.PageCompaction;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink environments for the job. */
public final class Environments {
    private static final Duration BUFFER_TIMEOUT_LIVE = Duration.ofMillis(2);

    private Environments() {}

    /** The environment that the job is submitted to: a cluster's, or this JVM. */
    public static StreamExecutionEnvironment live(AkinSettings settings, String from) {
        Configuration config = common(settings, from);
        checkpoints(settings, config);
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(config);
        if (settings.stream().parallelism() > 0) {
            env.setParallelism(settings.stream().parallelism());
        }
        env.setMaxParallelism(settings.stream().maxParallelism());
        env.setBufferTimeout(BUFFER_TIMEOUT_LIVE.toMillis());
        return env;
    }

    /**
     * An environment in this JVM for a log: no restarts, since a log is read again in no time.
     *
     * @param from a savepoint to start from, or null
     */
    public static StreamExecutionEnvironment local(AkinSettings settings, String from, boolean checkpoints) {
        Configuration config = common(settings, from);
        if (checkpoints) {
            checkpoints(settings, config);
        }
        // Another log than the one that the savepoint was taken in is welcome; all other state is claimed.
        config.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        int parallelism = settings.stream().parallelism() > 0
                ? settings.stream().parallelism()
                : Runtime.getRuntime().availableProcessors();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
        env.setMaxParallelism(settings.stream().maxParallelism());
        return env;
    }

    private static Configuration common(AkinSettings settings, String from) {
        Configuration config = new Configuration();
        config.set(PipelineOptions.GENERIC_TYPES, false);
        config.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        config.set(PipelineOptions.OBJECT_REUSE, true);
        config.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
        // In this JVM the console is nobody else's; on a cluster its own configuration decides.
        config.set(RestOptions.BIND_ADDRESS, "localhost");
        config.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
        config.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        boolean rocksdb = settings.checkpoints().stateBackend() == CheckpointSettings.StateBackend.ROCKSDB;
        config.set(StateBackendOptions.STATE_BACKEND, rocksdb ? "rocksdb" : "hashmap");
        config.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        config.set(RocksDBOptions.OPTIONS_FACTORY, PageCompaction.class.getName());
        // Shoppers are looked up one by one, and each may lie in many files.
        config.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        // Uncompressed state is read back field by field from the file, a system call each.
        config.set(ExecutionOptions.SNAPSHOT_COMPRESSION, true);
        // Without a storage for files, savepoints too are limited to 5 MiB an operator.
        config.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        config.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                settings.checkpoints().directory());
        if (from != null) {
            config.set(StateRecoveryOptions.SAVEPOINT_PATH, from);
        }
        return config;
    }

    private static void checkpoints(AkinSettings settings, Configuration config) {
        config.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                settings.checkpoints().interval());
        config.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        config.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
}

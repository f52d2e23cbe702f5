package akin.jobs.topology;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.CheckpointSettings;
import akin.jobs.config.ConfigurationException;
import akin.state.ShardKeys;
import akin.state.pages.PageCompaction;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
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
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_PARALLELISM = 128;

    private Environments() {}

    /**
     * The environment that the job is submitted to: a cluster's, whose configuration holds, or this JVM.
     *
     * @param from a savepoint to start from, or null
     * @param flink options of Flink that were given besides
     */
    public static StreamExecutionEnvironment live(AkinSettings settings, String from, Configuration flink) {
        boolean inThisJvm = StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
        Configuration own = inThisJvm ? new Configuration() : clusters();
        own.addAll(flink);
        FlinkOptions options = common(settings, from, own)
                .byDefault(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT_LIVE)
                .chosen(CoreOptions.DEFAULT_PARALLELISM, settings.stream().parallelism());
        checkpoints(settings.checkpoints(), options);
        if (inThisJvm) {
            inThisJvm(options);
            ownCheckpoints(settings, options);
        }
        return StreamExecutionEnvironment.getExecutionEnvironment(checked(options.toConfiguration(), true));
    }

    /** The cluster's own configuration and that of {@code flink run -D}. */
    private static Configuration clusters() {
        return Configuration.fromMap(StreamExecutionEnvironment.getExecutionEnvironment()
                .getConfiguration()
                .toMap());
    }

    /**
     * An environment in this JVM for a log: no restarts, since a log is read again in no time.
     *
     * @param from a savepoint to start from, or null
     * @param checkpoints whether they are taken on the way
     * @param savepoints where the job is saved at the log's end, as an URI, or null
     */
    public static StreamExecutionEnvironment local(
            AkinSettings settings, String from, boolean checkpoints, String savepoints) {
        // Another log than the one that the savepoint was taken in is welcome; all other state is claimed.
        FlinkOptions options = common(settings, from, new Configuration())
                .required(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true)
                .required(RestartStrategyOptions.RESTART_STRATEGY, "none");
        if (checkpoints) {
            checkpoints(settings.checkpoints(), options);
            ownCheckpoints(settings, options);
        } else {
            // Without a place Flink sends what it saves of an operator in a message, which takes 5 MiB at most.
            options.chosen(CheckpointingOptions.CHECKPOINTS_DIRECTORY, savepoints);
        }
        int parallelism = settings.stream().parallelism() == null
                ? Runtime.getRuntime().availableProcessors()
                : settings.stream().parallelism();
        options.chosen(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        return StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, checked(inThisJvm(options).toConfiguration(), checkpoints));
    }

    private static FlinkOptions common(AkinSettings settings, String from, Configuration own) {
        return new FlinkOptions(own)
                .required(PipelineOptions.GENERIC_TYPES, false)
                .required(PipelineOptions.AUTO_GENERATE_UIDS, false)
                .required(PipelineOptions.OBJECT_REUSE, true)
                // What reads and what sorts messages is scaled as one, so that the changes of an item keep their order.
                .required(PipelineOptions.OPERATOR_CHAINING, true)
                .byDefault(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
                .chosen(PipelineOptions.MAX_PARALLELISM, settings.stream().maxParallelism())
                .chosen(StateBackendOptions.STATE_BACKEND, backend(settings.checkpoints()))
                .byDefault(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
                .byDefault(RocksDBOptions.OPTIONS_FACTORY, PageCompaction.class.getName())
                // Shoppers are looked up one by one, and each may lie in many files.
                .byDefault(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true)
                // Uncompressed state is read back field by field from the file, a system call each.
                .byDefault(ExecutionOptions.SNAPSHOT_COMPRESSION, true)
                .chosen(
                        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                        settings.checkpoints().directory())
                .chosen(StateRecoveryOptions.SAVEPOINT_PATH, from);
    }

    private static String backend(CheckpointSettings settings) {
        if (settings.stateBackend() == null) {
            return null;
        }
        return settings.stateBackend() == CheckpointSettings.StateBackend.ROCKSDB ? "rocksdb" : "hashmap";
    }

    private static void checkpoints(CheckpointSettings settings, FlinkOptions options) {
        options.byDefault(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL)
                .chosen(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.interval())
                .required(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE)
                .byDefault(
                        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        Duration interval = options.toConfiguration().get(CheckpointingOptions.CHECKPOINTING_INTERVAL);
        // One that takes long leaves the job alone for a while before the next.
        options.byDefault(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, interval.dividedBy(2));
    }

    /** Where no cluster is, nobody else has a say on its processes. */
    private static FlinkOptions inThisJvm(FlinkOptions options) {
        return options.byDefault(CoreOptions.CHECK_LEAKED_CLASSLOADER, false)
                .byDefault(RestOptions.BIND_ADDRESS, "localhost")
                .byDefault(JobManagerOptions.BIND_HOST, "localhost")
                .byDefault(TaskManagerOptions.BIND_HOST, "localhost")
                .byDefault(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500))
                // No process can be lost but this one, and a machine that stands still for a minute is no failure.
                .byDefault(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(10))
                .byDefault(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    }

    private static void ownCheckpoints(AkinSettings settings, FlinkOptions options) {
        if (!options.toConfiguration().contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
            Path home = Path.of(System.getProperty("user.home"));
            Path folder = OwnFolder.made(
                    OwnFolder.ofCheckpoints(home, settings.kafka().group()));
            options.byDefault(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
        }
    }

    private static Configuration checked(Configuration options, boolean checkpoints) {
        if (checkpoints && !options.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
            throw new ConfigurationException("there is no place for checkpoints: set "
                    + CheckpointingOptions.CHECKPOINTS_DIRECTORY.key()
                    + " in Flink's configuration, or checkpoints.directory");
        }
        int maxParallelism = options.get(PipelineOptions.MAX_PARALLELISM);
        if (maxParallelism < ShardKeys.LEAST_MAX_PARALLELISM || maxParallelism > ShardKeys.GREATEST_MAX_PARALLELISM) {
            throw new ConfigurationException(PipelineOptions.MAX_PARALLELISM.key() + " is " + maxParallelism
                    + ", allowed is " + ShardKeys.LEAST_MAX_PARALLELISM + " to " + ShardKeys.GREATEST_MAX_PARALLELISM
                    + ": change it in Flink's configuration, or set stream.max_parallelism");
        }
        int parallelism = options.get(CoreOptions.DEFAULT_PARALLELISM);
        if (parallelism > maxParallelism) {
            throw new ConfigurationException(CoreOptions.DEFAULT_PARALLELISM.key() + " is " + parallelism
                    + ", allowed is at most the maximum parallelism of the job, " + maxParallelism);
        }
        return options;
    }
}

package akin.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.ConfigurationException;
import akin.state.pages.PageCompaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose word holds: Akin's defaults, Flink's own configuration, the user's, what the code relies on. */
class EnvironmentsTest {
    private static final Configuration NOTHING = new Configuration();
    private static final Map<String, String> CLUSTER = Map.ofEntries(
            Map.entry("execution.checkpointing.dir", "s3://shop/checkpoints"),
            Map.entry("execution.checkpointing.interval", "3 min"),
            Map.entry("execution.checkpointing.incremental", "false"),
            Map.entry("execution.buffer-timeout.interval", "50 ms"),
            Map.entry("state.backend.type", "rocksdb"),
            Map.entry("state.backend.rocksdb.options-factory", "shop.Factory"),
            Map.entry("pipeline.max-parallelism", "256"),
            Map.entry("parallelism.default", "7"),
            Map.entry("taskmanager.memory.managed.size", "1 gb"),
            Map.entry("heartbeat.interval", "9 s"),
            Map.entry("rest.bind-address", "10.1.2.3"),
            Map.entry("restart-strategy.type", "fixed-delay"));

    /** The environment that the job gets under {@code flink run} with a cluster's configuration. */
    private static StreamExecutionEnvironment onCluster(
            Map<String, String> cluster, Configuration flink, String... assignments) {
        StreamContextEnvironment.setAsContext(
                new DefaultExecutorServiceLoader(),
                Configuration.fromMap(cluster),
                EnvironmentsTest.class.getClassLoader(),
                false,
                false);
        try {
            return Environments.live(AkinSettings.load(null, List.of(assignments)), null, flink);
        } finally {
            StreamContextEnvironment.unsetAsContext();
        }
    }

    private static <T> T get(StreamExecutionEnvironment env, ConfigOption<T> option) {
        return env.getConfiguration().get(option);
    }

    @Test
    void aClustersOwnConfigurationHoldsWhereTheUserChoseNothing() {
        StreamExecutionEnvironment env = onCluster(CLUSTER, NOTHING);

        Map<String, String> options =
                Configuration.fromMap(env.getConfiguration().toMap()).toMap();
        assertThat(options).containsAllEntriesOf(CLUSTER);
        assertThat(env.getParallelism()).isEqualTo(7);
        assertThat(env.getMaxParallelism()).isEqualTo(256);
        assertThat(env.getCheckpointInterval()).isEqualTo(180_000);
    }

    @Test
    void whatTheUserChoseHoldsOverTheClusters() {
        StreamExecutionEnvironment env = onCluster(
                CLUSTER,
                NOTHING,
                "checkpoints.interval=5s",
                "checkpoints.directory=file:///mine",
                "checkpoints.state_backend=heap",
                "stream.parallelism=3",
                "stream.max_parallelism=512");

        assertThat(env.getCheckpointInterval()).isEqualTo(5000);
        assertThat(get(env, CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS)).isEqualTo(Duration.ofMillis(2500));
        assertThat(get(env, CheckpointingOptions.CHECKPOINTS_DIRECTORY)).isEqualTo("file:///mine");
        assertThat(get(env, StateBackendOptions.STATE_BACKEND)).isEqualTo("hashmap");
        assertThat(env.getParallelism()).isEqualTo(3);
        assertThat(env.getMaxParallelism()).isEqualTo(512);
        assertThat(get(env, HeartbeatManagerOptions.HEARTBEAT_INTERVAL)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void akinsDefaultsHoldWhereNobodySaysAnything() {
        StreamExecutionEnvironment env =
                onCluster(Map.of("execution.checkpointing.dir", "s3://shop/checkpoints"), NOTHING);

        assertThat(env.getCheckpointInterval()).isEqualTo(60_000);
        assertThat(get(env, CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS)).isEqualTo(Duration.ofSeconds(30));
        assertThat(env.getMaxParallelism()).isEqualTo(128);
        assertThat(get(env, ExecutionOptions.BUFFER_TIMEOUT)).isEqualTo(Duration.ofMillis(2));
        assertThat(get(env, RocksDBOptions.OPTIONS_FACTORY)).isEqualTo(PageCompaction.class.getName());
        assertThat(env.getConfiguration().getOptional(StateBackendOptions.STATE_BACKEND))
                .isEmpty();
        for (ConfigOption<?> ofProcesses : List.of(
                RestOptions.BIND_ADDRESS,
                HeartbeatManagerOptions.HEARTBEAT_INTERVAL,
                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                CoreOptions.CHECK_LEAKED_CLASSLOADER)) {
            assertThat(env.getConfiguration().getOptional(ofProcesses))
                    .as(ofProcesses.key())
                    .isEmpty();
        }
    }

    @Test
    void whatTheCodeReliesOnHoldsInAnyCase() {
        Map<String, String> cluster = new HashMap<>(CLUSTER);
        cluster.put("pipeline.generic-types", "true");
        cluster.put("pipeline.object-reuse", "false");
        StreamExecutionEnvironment env = onCluster(cluster, NOTHING);

        assertThat(get(env, PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(get(env, PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
        assertThat(get(env, PipelineOptions.OBJECT_REUSE)).isTrue();
    }

    @Test
    void aClusterWithoutAPlaceForCheckpointsIsRefused() {
        assertThatThrownBy(() -> onCluster(Map.of(), NOTHING))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "set execution.checkpointing.dir in Flink's configuration, or checkpoints.directory");
    }

    @Test
    void aMaximumParallelismThatShardsHaveNoKeysForIsRefused() {
        Map<String, String> cluster = new HashMap<>(CLUSTER);
        cluster.put("pipeline.max-parallelism", "2000");

        assertThatThrownBy(() -> onCluster(cluster, NOTHING))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("pipeline.max-parallelism is 2000, allowed is 128 to 1024");
    }

    @Test
    void aSavepointThatFlinksClientWasGivenStays() {
        Map<String, String> cluster = new HashMap<>(CLUSTER);
        cluster.put("execution.state-recovery.path", "s3://shop/savepoint-1");

        assertThat(get(onCluster(cluster, NOTHING), StateRecoveryOptions.SAVEPOINT_PATH))
                .isEqualTo("s3://shop/savepoint-1");
    }

    @Test
    void theFolderOfCheckpointsIsTheUsersOwn(@TempDir Path home) throws IOException {
        Path folder = OwnFolder.made(OwnFolder.ofCheckpoints(home, "../a b"));

        assertThat(folder).isDirectory().hasParent(home.resolve(".akin/checkpoints"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(OwnFolder.made(folder)).isEqualTo(folder).isEmptyDirectory();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx---rwx"));
        assertThatThrownBy(() -> OwnFolder.made(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can be written by others: set checkpoints.directory");
    }

    @Test
    void inThisJvmOptionsAreGivenBesides() {
        Configuration flink =
                Configuration.fromMap(Map.of("rest.bind-address", "0.0.0.0", "state.backend.type", "rocksdb"));
        StreamExecutionEnvironment env = Environments.live(AkinSettings.defaults(), null, flink);

        assertThat(get(env, RestOptions.BIND_ADDRESS)).isEqualTo("0.0.0.0");
        assertThat(get(env, StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    }

    @Test
    void inThisJvmTheConsoleListensOnTheLoopbackAddressAndCheckpointsHaveAPlace() {
        AkinSettings settings = AkinSettings.defaults();
        AkinSettings chosen = AkinSettings.load(null, List.of("checkpoints.directory=file:///mine"));

        for (StreamExecutionEnvironment env :
                List.of(Environments.live(settings, null, NOTHING), Environments.local(settings, null, true, null))) {
            assertThat(get(env, RestOptions.BIND_ADDRESS)).isEqualTo("localhost");
            assertThat(get(env, JobManagerOptions.BIND_HOST)).isEqualTo("localhost");
            assertThat(get(env, TaskManagerOptions.BIND_HOST)).isEqualTo("localhost");
            assertThat(get(env, CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                    .startsWith(Path.of(System.getProperty("user.home"), ".akin")
                            .toUri()
                            .toString())
                    .endsWith("/akin/");
            assertThat(env.getCheckpointInterval()).isEqualTo(60_000);
            assertThat(get(env, CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS))
                    .isEqualTo(Duration.ofSeconds(30));
        }
        assertThat(get(Environments.live(chosen, null, NOTHING), CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                .isEqualTo("file:///mine");
        assertThat(Environments.local(settings, null, false, null).getCheckpointInterval())
                .isEqualTo(-1);
    }

    @Test
    void whatIsSavedWithoutCheckpointsHasAPlace() {
        AkinSettings settings = AkinSettings.defaults();
        String saved = "file:///saved";

        assertThat(get(Environments.local(settings, null, false, saved), CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                .isEqualTo(saved);
        assertThat(get(Environments.local(settings, null, true, saved), CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                .isNotEqualTo(saved);
    }

    @Test
    void aParallelismAboveTheMaximumIsWrong() {
        AkinSettings settings = AkinSettings.load(null, List.of("stream.parallelism=200"));

        assertThatThrownBy(() -> Environments.local(settings, null, false, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("parallelism.default is 200, allowed is at most the maximum parallelism of the job, 128");
    }
}

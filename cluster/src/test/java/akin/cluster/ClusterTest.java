package akin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told without starting a JVM; the rest is tested on a real cluster, with what can break it. */
class ClusterTest {
    private static final ClusterSettings SETTINGS =
            new ClusterSettings(2, 3, "2g", 18081, 19092, Map.of("heartbeat.timeout", "7s"));

    @TempDir
    private Path path;

    private ClusterFolder folder;
    private Home home;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = new ClusterFolder(path.resolve("cluster")).make();
        home = new Home(Path.of(System.getProperty("akin.root")), Map.of());
    }

    @Test
    void flinkIsConfiguredByAkinsSettingsThenTheClustersThenTheUsers() throws Exception {
        new ClusterConf(folder, SETTINGS).write(home);

        Configuration flink =
                GlobalConfiguration.loadConfiguration(folder.conf().toString());
        assertThat(flink.toMap())
                .containsEntry("rest.bind-address", "localhost")
                .containsEntry("jobmanager.bind-host", "localhost")
                .containsEntry("taskmanager.bind-host", "localhost")
                .doesNotContainKey("metrics.reporter.prom.port")
                .containsEntry("taskmanager.numberOfTaskSlots", "3")
                .containsEntry("high-availability.type", "zookeeper")
                .containsEntry("heartbeat.timeout", "7s")
                .containsEntry(
                        "execution.checkpointing.dir",
                        folder.checkpoints().toUri().toString());
        assertThat(flink.toMap().get("env.java.opts.all")).contains("jdk.incubator.vector", "java.base/java.lang=");
    }

    @Test
    void whatWasLeftAtItsDefaultFollowsTheCluster() throws Exception {
        Submission own = new Submission(Path.of("a.jar"), null, List.of(), false).on(SETTINGS);
        List<String> chosen = List.of("kafka.bootstrap_servers=far:9092");

        assertThat(own.assignments()).containsExactly("kafka.bootstrap_servers=localhost:19092");
        assertThat(new Submission(Path.of("a.jar"), null, chosen, false)
                        .on(SETTINGS)
                        .assignments())
                .isEqualTo(chosen);
    }

    @Test
    void aDefaultThatTheUserWroteDownStays() throws Exception {
        Path conf = Files.writeString(path.resolve("akin.yaml"), "kafka: {bootstrap_servers: \"localhost:9092\"}\n");

        assertThat(new Submission(Path.of("a.jar"), conf, List.of(), false)
                        .on(SETTINGS)
                        .assignments())
                .isEmpty();
    }

    @Test
    void aJobNeedsTheSlotsOfItsParallelism() throws Exception {
        Path conf = Files.writeString(path.resolve("akin.yaml"), "stream: {parallelism: 3}");

        assertThat(new Submission(Path.of("a.jar"), null, List.of(), false).slots(6))
                .isEqualTo(6);
        assertThat(new Submission(Path.of("a.jar"), conf, List.of(), false).slots(6))
                .isEqualTo(3);
        assertThat(new Submission(Path.of("a.jar"), conf, List.of("stream.parallelism=5"), false).slots(6))
                .isEqualTo(5);
    }

    @Test
    void aJobWithoutAWishOfItsOwnTakesWhatTheClusterHas() throws Exception {
        new ClusterConf(folder, SETTINGS).write(home);
        assertThat(new Cluster(folder, home).usualParallelism()).isEqualTo(6);

        new ClusterConf(folder, new ClusterSettings(2, 3, "2g", 1, 0, Map.of("parallelism.default", "4"))).write(home);
        assertThat(new Cluster(folder, home).usualParallelism()).isEqualTo(4);
    }

    @Test
    void secretsAreInNoArgumentAndNoFileThatOthersMayRead() throws Exception {
        Path jar = Files.writeString(path.resolve("a.jar"), "jar");
        List<String> assignments = List.of(
                "kafka.properties.ssl.key.password=tr0ub4dor",
                "kafka.producer.sasl.jaas.config=login password=\"tr0ub4dor\";",
                "kafka.admin.ssl.truststore.password=${env:TRUST}",
                "kafka.group=a");
        Submissions submissions = new Submissions(folder);
        Submission copy = submissions.copy(new Submission(jar, null, assignments, false));
        submissions.put("job", copy);

        assertThat(copy.arguments()).noneMatch(argument -> argument.contains("tr0ub4dor"));
        assertThat(copy.assignments()).contains(assignments.get(2), assignments.get(3));
        String first = copy.assignments().get(0);
        assertThat(first).startsWith("kafka.properties.ssl.key.password=${file:");
        Path secret = Path.of(first.substring(first.indexOf(":") + 1, first.length() - 1));
        assertThat(secret).hasContent("tr0ub4dor");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.submissions())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(folder.submissions().resolve("job.json"))).doesNotContain("tr0ub4dor");
    }

    @Test
    void aBrokenConfigurationIsToldWithoutItsText() throws Exception {
        Path conf = Files.writeString(path.resolve("akin.yaml"), "a: b\n  password: [tr0ub4dor");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Submission(Path.of("a.jar"), conf, List.of(), false).slots(1))
                .withMessageContaining("not YAML: see line 2")
                .withMessageNotContaining("tr0ub4dor");
    }

    @Test
    void aSubmissionIsKeptThoughItsFilesChange() throws Exception {
        Path jar = Files.writeString(path.resolve("a.jar"), "first");
        Submissions submissions = new Submissions(folder);

        submissions.put("job", submissions.copy(new Submission(jar, null, List.of("stream.parallelism=1"), false)));
        Files.writeString(jar, "second");

        assertThat(submissions.get("job").jar()).hasContent("first");
        assertThat(submissions.get("job").assignments()).containsExactly("stream.parallelism=1");
        assertThatIllegalStateException()
                .isThrownBy(() -> submissions.get("other"))
                .withMessageContaining("--from");
    }

    @Test
    void aProcessIsKnownByItsStartToo() throws Exception {
        Processes processes = new Processes(folder);
        ProcessHandle self = ProcessHandle.current();
        processes.add("jobmanager", self);
        processes.add("supervisor", self);

        assertThat(processes.names()).containsExactly("supervisor", "jobmanager");
        assertThat(processes.alive("jobmanager")).contains(self);

        Files.writeString(folder.processes().resolve("jobmanager.pid"), self.pid() + " 1\n");

        assertThat(processes.alive("jobmanager")).isEmpty();
    }

    @Test
    void mistakesAreToldInPlainWords() throws Exception {
        Cluster cluster = new Cluster(folder, home);

        assertThatIllegalStateException().isThrownBy(cluster::settings).withMessageContaining("there is no cluster in");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterSettings(0, 1, "2g", 1, 0, Map.of()))
                .withMessageContaining("--taskmanagers is 0");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> cluster.start(new ClusterSettings(1, 1, "2g", taken.getLocalPort(), 0, Map.of())))
                    .withMessageContaining("is taken by another program");
        }
        new Processes(folder).add("jobmanager", ProcessHandle.current());
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.start(SETTINGS))
                .withMessageContaining("already runs");
    }
}

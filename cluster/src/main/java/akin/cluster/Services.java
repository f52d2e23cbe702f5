package akin.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** The processes of a cluster, in the order in which they are started. Memory is shared out as Flink's own scripts do. */
final class Services {
    static final String ZOOKEEPER = "zookeeper";
    static final String KAFKA = "kafka";
    static final String JOB_MANAGER = "jobmanager";
    static final String TASK_MANAGER = "taskmanager";

    private static final List<String> SMALL = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ClusterFolder folder;
    private final Home home;
    private final Java java;
    private final Configuration flink;

    Services(ClusterFolder folder, Home home) {
        this.folder = folder;
        this.home = home;
        java = new Java(folder);
        flink = GlobalConfiguration.loadConfiguration(folder.conf().toString());
    }

    List<Service> all(int taskManagers) throws IOException, InterruptedException {
        List<Service> services = new ArrayList<>();
        services.add(zookeeper());
        if (Files.exists(kafkaConf())) {
            services.add(kafka());
        }
        services.add(jobManager());
        for (int i = 1; i <= taskManagers; i++) {
            services.add(taskManager(TASK_MANAGER + "-" + i));
        }
        return services;
    }

    private Service zookeeper() {
        return service(
                ZOOKEEPER,
                SMALL,
                "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                List.of(
                        "--zkConfigFile",
                        folder.conf().resolve(ClusterConf.ZOOKEEPER).toString(),
                        "--peerId",
                        "1"));
    }

    private Service jobManager() {
        JobManagerProcessSpec spec = JobManagerProcessUtils.processSpecFromConfig(flink);
        List<String> options =
                new ArrayList<>(Java.words(JobManagerProcessUtils.generateJvmParametersStr(spec, flink)));
        options.addAll(options(CoreOptions.FLINK_JM_JVM_OPTIONS));
        List<String> arguments =
                new ArrayList<>(List.of("--configDir", folder.conf().toString(), "--host", "localhost"));
        arguments.addAll(Java.words(JobManagerProcessUtils.generateDynamicConfigsStr(spec)));
        return service(
                JOB_MANAGER,
                options,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                arguments);
    }

    private Service taskManager(String name) {
        TaskExecutorProcessSpec spec = TaskExecutorProcessUtils.processSpecFromConfig(flink);
        List<String> options = new ArrayList<>(Java.words(ProcessMemoryUtils.generateJvmParametersStr(spec)));
        options.addAll(options(CoreOptions.FLINK_TM_JVM_OPTIONS));
        List<String> arguments =
                new ArrayList<>(List.of("--configDir", folder.conf().toString()));
        arguments.addAll(Java.words(TaskExecutorProcessUtils.generateDynamicConfigsStr(spec)));
        arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
        return service(name, options, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", arguments);
    }

    private List<String> options(ConfigOption<String> of) {
        List<String> options = new ArrayList<>(Java.words(flink.get(CoreOptions.FLINK_JVM_OPTIONS)));
        options.addAll(Java.words(flink.get(of)));
        return options;
    }

    private Service service(String name, List<String> options, String main, List<String> arguments) {
        return new Service(
                name,
                java.command(name, options, home.flink(), main, arguments),
                Map.of("FLINK_CONF_DIR", folder.conf().toString()));
    }

    private Service kafka() throws IOException, InterruptedException {
        if (!Files.exists(folder.kafka().resolve("meta.properties"))) {
            format();
        }
        return new Service(
                KAFKA,
                java.command(
                        KAFKA,
                        List.of("-Xmx512m", "-XX:+UseG1GC"),
                        home.broker(),
                        "kafka.Kafka",
                        List.of(kafkaConf().toString())),
                Map.of());
    }

    private void format() throws IOException, InterruptedException {
        Service format = new Service(
                "kafka-format",
                java.command(
                        "kafka-format",
                        SMALL,
                        home.broker(),
                        "kafka.tools.StorageTool",
                        List.of(
                                "format",
                                "-t",
                                "YWtpbi1sb2NhbC1icm9rZQ",
                                "-c",
                                kafkaConf().toString())),
                Map.of());
        if (format.start(folder).waitFor() != 0) {
            throw new IllegalStateException(
                    "Kafka's folder can't be prepared: see " + folder.logs().resolve("kafka-format.out"));
        }
    }

    private Path kafkaConf() {
        return folder.conf().resolve(ClusterConf.KAFKA);
    }
}

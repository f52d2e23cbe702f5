package akin.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/** Writes what each process of a cluster is configured by: Akin's conf/config.yaml, and over it what is this cluster's own. */
final class ClusterConf {
    static final String FLINK = "config.yaml";
    static final String ZOOKEEPER = "zookeeper.properties";
    static final String KAFKA = "kafka.properties";
    static final String LOG = "log4j-cluster.properties";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterFolder folder;
    private final ClusterSettings settings;

    ClusterConf(ClusterFolder folder, ClusterSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    void write(Home home) throws IOException {
        int zookeeperPort = Ports.free();
        Files.copy(home.conf(LOG), folder.conf().resolve(LOG), StandardCopyOption.REPLACE_EXISTING);
        flink(home.conf(FLINK), zookeeperPort);
        properties(ZOOKEEPER, zookeeper(zookeeperPort));
        if (settings.hasKafka()) {
            properties(KAFKA, kafka(Ports.free()));
        } else {
            Files.deleteIfExists(folder.conf().resolve(KAFKA));
        }
    }

    private void flink(Path defaults, int zookeeperPort) throws IOException {
        Configuration config =
                GlobalConfiguration.loadConfiguration(defaults.getParent().toString());
        Map<String, String> all = new TreeMap<>(config.toMap());
        // It can listen on every address only.
        all.keySet().removeIf(key -> key.startsWith("metrics.reporter."));
        all.putAll(own(zookeeperPort));
        all.putAll(settings.flink());
        StringBuilder yaml = new StringBuilder();
        for (Map.Entry<String, String> entry : all.entrySet()) {
            yaml.append(entry.getKey())
                    .append(": ")
                    .append(JSON.writeValueAsString(entry.getValue()))
                    .append('\n');
        }
        Files.writeString(folder.conf().resolve(FLINK), yaml);
    }

    private Map<String, String> own(int zookeeperPort) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("rest.address", "localhost");
        own.put("rest.port", String.valueOf(settings.restPort()));
        own.put("rest.bind-port", String.valueOf(settings.restPort()));
        own.put("jobmanager.rpc.address", "localhost");
        own.put("jobmanager.bind-host", "localhost");
        own.put("jobmanager.memory.process.size", "1g");
        own.put("taskmanager.host", "localhost");
        own.put("taskmanager.bind-host", "localhost");
        own.put("taskmanager.numberOfTaskSlots", String.valueOf(settings.slots()));
        own.put("parallelism.default", String.valueOf(settings.taskManagers() * settings.slots()));
        own.put("taskmanager.memory.process.size", settings.memory());
        own.put("taskmanager.load-balance.mode", "SLOTS");
        own.put("high-availability.type", "zookeeper");
        own.put("high-availability.zookeeper.quorum", "localhost:" + zookeeperPort);
        own.put("high-availability.storageDir", uri(folder.highAvailability().resolve("jobs")));
        own.put("execution.checkpointing.dir", uri(folder.checkpoints()));
        own.put("execution.checkpointing.savepoint-dir", uri(folder.savepoints()));
        own.put("io.tmp.dirs", folder.path().resolve("tmp").toString());
        return own;
    }

    private Map<String, String> zookeeper(int port) {
        return Map.of(
                "tickTime", "1000",
                "dataDir", folder.highAvailability().resolve("zookeeper").toString(),
                "clientPort", String.valueOf(port),
                "clientPortAddress", "localhost",
                "admin.enableServer", "false");
    }

    private Map<String, String> kafka(int controllerPort) {
        Map<String, String> kafka = new LinkedHashMap<>();
        kafka.put("process.roles", "broker,controller");
        kafka.put("node.id", "1");
        kafka.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        kafka.put("controller.listener.names", "CONTROLLER");
        kafka.put(
                "listeners",
                "PLAINTEXT://localhost:" + settings.kafkaPort() + ",CONTROLLER://localhost:" + controllerPort);
        kafka.put("log.dirs", folder.kafka().toString());
        kafka.put("num.partitions", "2");
        // Events may be dated long ago: kept all the same.
        kafka.put("log.retention.ms", "-1");
        kafka.put("group.initial.rebalance.delay.ms", "0");
        for (String topic : new String[] {
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr"
        }) {
            kafka.put(topic, "1");
        }
        return kafka;
    }

    private void properties(String name, Map<String, String> values) throws IOException {
        Properties properties = new Properties();
        properties.putAll(values);
        try (var out = Files.newBufferedWriter(folder.conf().resolve(name))) {
            properties.store(out, null);
        }
    }

    private static String uri(Path path) {
        URI uri = path.toUri();
        return uri.toString();
    }
}

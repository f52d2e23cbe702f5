package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.Akin;
import akin.jobs.config.AkinSettings;
import akin.jobs.topology.GoldenSavepoint;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Event;
import akin.models.event.EventType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job in a JVM of its own against a real broker, killed in the middle and started again. */
class KafkaJobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static KafkaClusterTestKit kafka;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker() throws Exception {
        TestKitNodes nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        kafka = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("share.coordinator.state.topic.replication.factor", "1")
                .build();
        kafka.format();
        kafka.startup();
        kafka.waitForReadyBrokers();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        kafka.close();
    }

    private List<String> assignments(String name, String delivery) {
        return List.of(
                "kafka.bootstrap_servers=" + kafka.bootstrapServers(),
                "kafka.group=" + name,
                "kafka.delivery=" + delivery,
                "kafka.topics.events=" + name + "-events",
                "kafka.topics.catalog=" + name + "-catalog",
                "kafka.topics.rankings=" + name + "-rankings",
                "kafka.topics.metrics=" + name + "-metrics",
                "kafka.topics.dead_letters=" + name + "-dead",
                "kafka.topics.late=" + name + "-late",
                "checkpoints.interval=500ms",
                "checkpoints.directory=" + folder.resolve("checkpoints").toUri(),
                "stream.quality_every=1s",
                "stream.parallelism=2");
    }

    /** Starts {@code akin run} in a JVM of its own, which writes to {@code log}. */
    private Process start(String name, String delivery, Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Akin.class.getName(), "run"));
        command.addAll(List.of(options));
        assignments(name, delivery).forEach(assignment -> command.addAll(List.of("--set", assignment)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void send(String topic, String key, String value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, bytes(key), bytes(value)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void sendViews(String name, int from, int to) {
        long now = System.currentTimeMillis();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = from; i < to; i++) {
                Event event = Event.of("e" + i, "u" + i % 17, "i" + i % 23, EventType.VIEW, now + i, null);
                byte[] json = new MessageWriter().event(event);
                producer.send(new ProducerRecord<>(name + "-events", bytes(event.userId()), json));
            }
        }
    }

    /** Reads committed messages of a topic until there are as many different ids, or patience is at its end. */
    private static List<JsonNode> read(String topic, String idField, int distinct) throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "reader-" + topic + System.nanoTime(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (ids.size() < distinct && System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode message = JSON.readTree(record.value());
                    messages.add(message);
                    ids.add(message.get(idField).asText());
                }
            }
        }
        assertThat(ids).as("different messages in " + topic).hasSizeGreaterThanOrEqualTo(distinct);
        return messages;
    }

    private static List<String> ids(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.get("ranking_id").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-least-once", "exactly-once"})
    void everyEventHasItsRankingAcrossACrash(String delivery) throws Exception {
        String name = delivery;
        new Topics(AkinSettings.load(null, assignments(name, delivery)).kafka()).check(true);
        Process first = start(name, delivery, folder.resolve("first.log"), "--from", "latest");
        try {
            sendViews(name, 0, 300);
            send(name + "-events", "x", "{\"event_id\":\"broken");
            send(name + "-catalog", "i1", "{\"item_id\":\"i1\",\"category\":[\"a\"]}");
            read(name + "-rankings", "ranking_id", 300);
            sendViews(name, 300, 500);
        } finally {
            first.destroyForcibly().waitFor();
        }
        sendViews(name, 500, 600);
        Process second = start(name, delivery, folder.resolve("second.log"), "--from", "latest");
        try {
            List<String> rankings = ids(read(name + "-rankings", "ranking_id", 600));
            assertThat(new TreeSet<>(rankings)).hasSize(600);
            if (delivery.equals("exactly-once")) {
                assertThat(rankings).doesNotHaveDuplicates();
            }
            List<JsonNode> dead = read(name + "-dead", "origin", 1);
            assertThat(dead).hasSize(1);
            assertThat(dead.get(0).get("text").asText()).isEqualTo("{\"event_id\":\"broken");
            assertThat(dead.get(0).get("origin").asText()).startsWith(name + "-events/");
            assertThat(read(name + "-metrics", "timestamp", 1)).isNotEmpty();
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    @Test
    void startsFromABootstrappedSavepointAndNotFromAReplays() throws Exception {
        String name = "bootstrapped";
        new Topics(AkinSettings.load(null, assignments(name, "at-least-once")).kafka()).check(true);
        Path log = GoldenSavepoint.log(folder);
        String made = folder.resolve("made").toString();
        String replayed = folder.resolve("replayed").toUri().toString();
        assertThat(akin("savepoint", "bootstrap", "--out", made, "--format", "events", "--data", log.toString()))
                .isZero();
        assertThat(akin(
                        "replay",
                        "--savepoint",
                        folder.resolve("replayed").toString(),
                        "--format",
                        "events",
                        "--data",
                        log.toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isZero();
        Process job = start(name, "at-least-once", folder.resolve("job.log"), "--from", made);
        try {
            sendViews(name, 0, 10);
            for (JsonNode ranking : read(name + "-rankings", "ranking_id", 10)) {
                assertThat(ranking.get("model_version").asLong()).isGreaterThan(1000);
            }
        } finally {
            job.destroyForcibly().waitFor();
        }
        Path refused = folder.resolve("refused.log");
        String only = Files.list(Path.of(URI.create(replayed)))
                .findFirst()
                .orElseThrow()
                .toString();
        assertThat(start(name, "at-least-once", refused, "--from", only).waitFor())
                .isEqualTo(1);
        assertThat(Files.readString(refused)).contains("allowNonRestoredState");
    }

    private static int akin(String... arguments) {
        return Akin.commandLine().execute(arguments);
    }

    @Test
    void missingTopicsAreToldAtStart() throws Exception {
        Path log = folder.resolve("out");

        assertThat(start("nowhere", "at-least-once", log).waitFor()).isEqualTo(1);
        assertThat(Files.readString(log))
                .contains("these topics are missing")
                .contains("nowhere-events, nowhere-catalog")
                .contains("--create-topics");
    }
}

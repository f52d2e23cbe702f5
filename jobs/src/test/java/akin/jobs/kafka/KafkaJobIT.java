package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job in a JVM of its own against a real broker, killed in the middle and started again. */
class KafkaJobIT {
    private static KafkaClusterTestKit kafka;
    private static TestClient shop;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker() throws Exception {
        kafka = Broker.start();
        shop = new TestClient(kafka.bootstrapServers());
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

    private Process start(String name, String delivery, Path log, String... options) throws IOException {
        return OwnJvm.run(log, List.of(), List.of(options), assignments(name, delivery));
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
            shop.sendViews(name + "-events", 0, 300);
            shop.send(name + "-events", "x", "{\"event_id\":\"broken");
            shop.send(name + "-catalog", "i1", "{\"item_id\":\"i1\",\"category\":[\"a\"]}");
            shop.read(name + "-rankings", "ranking_id", 300);
            shop.sendViews(name + "-events", 300, 500);
        } finally {
            first.destroyForcibly().waitFor();
        }
        shop.sendViews(name + "-events", 500, 600);
        Process second = start(name, delivery, folder.resolve("second.log"), "--from", "latest");
        try {
            List<String> rankings = ids(shop.read(name + "-rankings", "ranking_id", 600));
            assertThat(new TreeSet<>(rankings)).hasSize(600);
            if (delivery.equals("exactly-once")) {
                assertThat(rankings).doesNotHaveDuplicates();
            }
            List<JsonNode> dead = shop.read(name + "-dead", "origin", 1);
            assertThat(new HashSet<>(dead)).hasSize(1);
            if (delivery.equals("exactly-once")) {
                assertThat(dead).hasSize(1);
            }
            assertThat(dead.get(0).get("text").asText()).isEqualTo("{\"event_id\":\"broken");
            assertThat(dead.get(0).get("origin").asText()).startsWith(name + "-events/");
            assertThat(shop.read(name + "-metrics", "timestamp", 1)).isNotEmpty();
        } finally {
            second.destroyForcibly().waitFor();
        }
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

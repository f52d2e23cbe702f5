package akin.tools.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.kafka.Broker;
import akin.jobs.kafka.OwnJvm;
import akin.jobs.kafka.TestClient;
import akin.jobs.kafka.Topics;
import akin.tools.Akin;
import akin.tools.replay.GoldenSavepoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on Kafka, started from savepoints that the command line left. */
class KafkaBootstrapIT {
    @TempDir
    private Path folder;

    private Process start(KafkaClusterTestKit kafka, Path log, String from) throws IOException {
        return OwnJvm.run(log, List.of(), List.of("--from", from), assignments(kafka));
    }

    private List<String> assignments(KafkaClusterTestKit kafka) {
        return List.of(
                "kafka.bootstrap_servers=" + kafka.bootstrapServers(),
                "checkpoints.interval=500ms",
                "checkpoints.directory=" + folder.resolve("checkpoints").toUri(),
                "stream.parallelism=2");
    }

    private static void akin(String... arguments) {
        assertThat(Akin.commandLine().execute(arguments)).isZero();
    }

    @Test
    void startsFromABootstrappedSavepointAndNotFromAReplays() throws Exception {
        String log = GoldenSavepoint.log(folder).toString();
        String made = folder.resolve("made").toString();
        Path replayed = folder.resolve("replayed");
        akin("savepoint", "bootstrap", "--out", made, "--format", "events", "--data", log);
        akin(
                "replay",
                "--savepoint",
                replayed.toString(),
                "--format",
                "events",
                "--data",
                log,
                "--out",
                folder.resolve("out").toString());
        try (KafkaClusterTestKit kafka = Broker.start()) {
            new Topics(AkinSettings.load(null, assignments(kafka)).kafka()).check(true);
            learnsOnFrom(made, kafka);

            Path refused = folder.resolve("refused.log");
            assertThat(start(kafka, refused, only(replayed)).waitFor()).isEqualTo(1);
            assertThat(Files.readString(refused)).contains("allowNonRestoredState");
        }
    }

    private void learnsOnFrom(String savepoint, KafkaClusterTestKit kafka) throws Exception {
        TestClient shop = new TestClient(kafka.bootstrapServers());
        Process job = start(kafka, folder.resolve("job.log"), savepoint);
        try {
            shop.sendViews("events", 0, 10);
            for (JsonNode ranking : shop.read("rankings", "ranking_id", 10)) {
                assertThat(ranking.get("model_version").asLong()).isGreaterThan(1000);
            }
        } finally {
            job.destroyForcibly().waitFor();
        }
    }

    private static String only(Path parent) throws IOException {
        try (var found = Files.list(parent)) {
            return found.findFirst().orElseThrow().toString();
        }
    }
}

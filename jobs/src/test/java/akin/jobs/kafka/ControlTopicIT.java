package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.topology.Environments;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.util.MiniClusterWithClientResource;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions of experiments come as messages while the job runs, and results go to the metrics. */
class ControlTopicIT {
    static final String DEFINITIONS = """
            version: 1
            effective_at: 2020-01-01T00:00:00Z
            layers:
              - {name: ranker, salt: s1}
            experiments:
              - id: e
                layer: ranker
                start: 2020-01-01T00:00:00Z
                end: 2050-01-01T00:00:00Z
                arms:
                  - {name: old, buckets: 0-499, ranker: covisit-count}
                  - {name: new, buckets: 500-999, ranker: popular}
                primary: click-rate
                guardrails: {buyers: 0.02}
            """;

    @TempDir
    private Path folder;

    private AkinSettings settings(KafkaClusterTestKit kafka) {
        return AkinSettings.load(
                null,
                List.of(
                        "kafka.bootstrap_servers=" + kafka.bootstrapServers(),
                        "checkpoints.interval=500ms",
                        "checkpoints.directory=" + folder.resolve("checkpoints").toUri(),
                        "stream.parallelism=1",
                        "experiments.control=true",
                        "experiments.look_every=1s"));
    }

    @Test
    void changesWhatShoppersGetAndTellsWhatIsWrong() throws Exception {
        MiniClusterWithClientResource flink =
                new MiniClusterWithClientResource(new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(1)
                        .build());
        flink.before();
        try (KafkaClusterTestKit kafka = Broker.start()) {
            AkinSettings settings = settings(kafka);
            new Topics(settings.kafka(), true).check(true);
            StreamExecutionEnvironment env = Environments.live(settings, null, new Configuration());
            new KafkaJob(settings).build(env);
            JobClient job = env.executeAsync();
            TestClient client = new TestClient(kafka.bootstrapServers());
            client.send("control", "", DEFINITIONS.replace("popular", "unknown"));
            client.send("control", "", DEFINITIONS);
            client.send("control", "", DEFINITIONS.replace("s1", "s2").replace("version: 1", "version: 2"));
            assertThat(client.read("dead-letters", "reason", 2).toString())
                    .contains("experiments.e.arms.new.ranker", "is s2, allowed is what it was, s1");

            client.sendViews("events", 0, 200);
            client.arrival("rankings", ControlTopicIT::isOfNewArm);
            client.arrival("metrics", ControlTopicIT::hasUsers);
            job.cancel().get();
        } finally {
            flink.after();
        }
    }

    private static boolean isOfNewArm(JsonNode ranking) {
        return ranking.path("experiment").asText().equals("e")
                && ranking.path("arm").asText().equals("new")
                && ranking.path("ranker").asText().equals("popular");
    }

    private static boolean hasUsers(JsonNode report) {
        return report.path("experiment").asText().equals("e")
                && report.path("arms").path(0).path("users").asInt() > 0;
    }
}

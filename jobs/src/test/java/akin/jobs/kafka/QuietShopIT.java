package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.topology.Environments;
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

/** In a shop where nothing happens after a visit, event time goes on by the clock. */
class QuietShopIT {
    @TempDir
    private Path folder;

    private AkinSettings settings(KafkaClusterTestKit kafka) {
        return AkinSettings.load(
                null,
                List.of(
                        "kafka.bootstrap_servers=" + kafka.bootstrapServers(),
                        "checkpoints.directory=" + folder.resolve("checkpoints").toUri(),
                        "stream.quality_every=10ms",
                        "stream.parallelism=2"));
    }

    @Test
    void theModelKnowsAVisitFiveSecondsAfterIt() throws Exception {
        MiniClusterWithClientResource flink =
                new MiniClusterWithClientResource(new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(1)
                        .setNumberSlotsPerTaskManager(2)
                        .build());
        flink.before();
        try (KafkaClusterTestKit kafka = Broker.start()) {
            AkinSettings settings = settings(kafka);
            new Topics(settings.kafka()).check(true);
            StreamExecutionEnvironment env = Environments.live(settings, null, new Configuration());
            new KafkaJob(settings).build(env);
            JobClient job = env.executeAsync();
            TestClient shop = new TestClient(kafka.bootstrapServers());
            // The first visits find the clock not yet running.
            visit(shop, "ann");
            learned(shop, 1);

            long visited = visit(shop, "bob");
            assertThat(learned(shop, 2) - visited).isLessThan(5000);
            job.cancel().get();
        } finally {
            flink.after();
        }
    }

    /** One item leads to another. */
    private static long visit(TestClient shop, String user) throws Exception {
        long now = System.currentTimeMillis();
        for (int number = 0; number < 2; number++) {
            shop.send(
                    "events",
                    user,
                    "{\"event_id\":\"e%d\",\"user_id\":\"%s\",\"item_id\":\"i%d\",\"type\":\"view\",\"timestamp\":%d}"
                            .formatted(number, user, number, now + number));
        }
        return now + 1;
    }

    /** When the shard reported that item2vec had learned so many examples. */
    private static long learned(TestClient shop, int examples) throws Exception {
        return shop.arrival(
                "metrics", report -> report.at("/learning/item2vec/examples").asInt() >= examples);
    }
}

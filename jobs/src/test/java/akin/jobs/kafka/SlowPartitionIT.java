package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.topology.Environments;
import akin.jobs.topology.EventTime;
import akin.models.event.Message;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event time waits for what a partition holds, however long its reader takes to get it. */
class SlowPartitionIT {
    private static final int EVENTS = 40;

    @TempDir
    private Path folder;

    /** By how much event time had passed each event when it came, milliseconds; negative where it had not. */
    private static final class Passed extends ProcessFunction<Message, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(Message message, Context context, Collector<Long> out) {
            if (message instanceof Message.ShopEvent) {
                long now = context.timerService().currentWatermark();
                out.collect(now == Long.MIN_VALUE ? now : now - message.timestamp());
            }
        }
    }

    @Test
    void isNotOvertaken() throws Exception {
        try (KafkaClusterTestKit kafka = Broker.start()) {
            AkinSettings settings = AkinSettings.load(
                    null,
                    List.of(
                            "kafka.bootstrap_servers=" + kafka.bootstrapServers(),
                            "checkpoints.directory="
                                    + folder.resolve("checkpoints").toUri(),
                            // The broker lets the consumer wait for so long until there is enough to be sent.
                            "kafka.consumer={fetch.min.bytes: 10000000, fetch.max.wait.ms: 12000}",
                            "stream.parallelism=1"));
            new Topics(settings.kafka()).check(true);
            new TestClient(kafka.bootstrapServers()).sendViews("events", 0, EVENTS);
            StreamExecutionEnvironment env = Environments.live(settings, null, new Configuration());
            CloseableIterator<Long> passed = new KafkaJob(settings)
                    .events(env, EventTime.ofTopics(settings))
                    .process(new Passed(), Types.LONG)
                    .uid("passed")
                    .collectAsync();
            JobClient job = env.executeAsync();
            for (int came = 0; came < EVENTS; came++) {
                assertThat(passed.next()).isNegative();
            }
            job.cancel().get();
        }
    }
}

package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.topology.Environments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaJobTest {
    @TempDir
    private Path folder;

    /** A job graph lies in the storage of high availability, and in the blob store. */
    @Test
    void noSecretTravelsWithTheJob() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "tr0ub4dor\n");
        AkinSettings settings = AkinSettings.load(
                null,
                List.of(
                        "kafka.properties.ssl.key.password=${file:" + secret + "}",
                        "kafka.consumer.client.rack=${env:PATH}",
                        "stream.parallelism=2",
                        "kafka.delivery=exactly-once"));
        StreamExecutionEnvironment env = Environments.live(settings, null, new Configuration());
        new KafkaJob(settings).build(env);
        JobGraph job = env.getStreamGraph().getJobGraph();

        String bytes = new String(InstantiationUtil.serializeObject(job), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .contains("${file:" + secret + "}")
                .doesNotContain("tr0ub4dor")
                .doesNotContain(System.getenv("PATH"));
    }

    @Test
    void secretsThatAreWrittenOutAreNamedButNotTold() {
        AkinSettings settings = AkinSettings.load(
                null,
                List.of(
                        "kafka.properties.ssl.key.password=tr0ub4dor",
                        "kafka.properties.ssl.truststore.password=${env:PATH}",
                        "kafka.properties.security.protocol=SSL",
                        "kafka.producer.sasl.jaas.config=x required password=\"tr0ub4dor\";"));
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            KafkaJob.warnOfSecrets(settings.kafka());
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("${env:NAME}", "${file:/path}"))
                .anySatisfy(line -> assertThat(line).contains("kafka.properties.ssl.key.password"))
                .anySatisfy(line -> assertThat(line).contains("kafka.producer.sasl.jaas.config"))
                .noneSatisfy(line -> assertThat(line).contains("tr0ub4dor"));
    }
}

package akin.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import akin.jobs.config.AkinSettings;
import akin.jobs.kubernetes.Deployed;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.util.MiniClusterWithClientResource;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every metric that the dashboard and the alerts ask for is one that Prometheus gets from the running job. */
class KafkaMetricsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SAMPLE = Pattern.compile("^(flink_[A-Za-z0-9_]+)[{ ]", Pattern.MULTILINE);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void everyMetricOfTheDashboardAndTheAlertsIsThere() throws Exception {
        int port = freePort();
        ExecutorService submitter = Executors.newSingleThreadExecutor();
        try (KafkaClusterTestKit kafka = Broker.start()) {
            AkinSettings settings = settings(kafka);
            new Topics(settings.kafka()).check(true);
            new TestClient(kafka.bootstrapServers()).sendViews("events", 0, 200);
            MiniClusterWithClientResource flink = cluster(port);
            flink.before();
            try {
                Future<Object> job = submitter.submit(() -> {
                    new KafkaJob(settings).run(null, false, new Configuration());
                    return null;
                });
                assertThat(missing(port, job)).isEmpty();
            } finally {
                flink.after();
                submitter.shutdownNow();
            }
        }
    }

    private AkinSettings settings(KafkaClusterTestKit kafka) throws IOException {
        Path experiments = Files.writeString(folder.resolve("experiments.yaml"), ControlTopicIT.DEFINITIONS);
        return AkinSettings.load(
                null,
                List.of(
                        "kafka.bootstrap_servers=" + kafka.bootstrapServers(),
                        "checkpoints.interval=500ms",
                        "checkpoints.directory=" + folder.resolve("checkpoints").toUri(),
                        "stream.parallelism=1",
                        "experiments.look_every=1s",
                        "experiments.file=" + experiments));
    }

    private static MiniClusterWithClientResource cluster(int port) {
        Configuration reporter = new Configuration();
        reporter.setString(
                "metrics.reporter.prom.factory.class", "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        reporter.setString("metrics.reporter.prom.port", String.valueOf(port));
        return new MiniClusterWithClientResource(new MiniClusterResourceConfiguration.Builder()
                .setConfiguration(reporter)
                .setNumberTaskManagers(1)
                .setNumberSlotsPerTaskManager(1)
                .build());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What is asked for and still isn't there when patience is at its end. */
    private Set<String> missing(int port, Future<Object> job) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Set<String> missing = new TreeSet<>(Deployed.metrics());
        assertThat(missing).hasSizeGreaterThan(20);
        while (!missing.isEmpty() && System.nanoTime() < deadline) {
            missing.removeAll(scraped(port));
            if (job.isDone()) {
                job.get();
            }
        }
        return missing;
    }

    private Set<String> scraped(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .build();
        Matcher sample = SAMPLE.matcher(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        Set<String> names = new TreeSet<>();
        while (sample.find()) {
            names.add(sample.group(1));
        }
        return names;
    }
}

package akin.bench.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a cluster's processes tell Prometheus of a job's shards. The console asks them too, but its figures may stand still
 * once a TaskManager is lost.
 */
final class Scrape {
    private static final String PREFIX = "flink_taskmanager_job_task_operator_";
    private static final int FIRST_PORT = 9249;
    private static final int LAST_PORT = 9260;

    /** What a cluster is to be started with, so that it can be asked. */
    static final Map<String, String> REPORTER = Map.of(
            "metrics.reporter.prom.factory.class",
            "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
            "metrics.reporter.prom.port",
            FIRST_PORT + "-" + LAST_PORT);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> labels;

    Scrape(String job) {
        labels = List.of("job_id=\"" + job + "\"", "operator_name=\"Shards\"");
    }

    /** How far event time has come at least, epoch milliseconds; {@link Long#MIN_VALUE} while unknown. */
    long watermark() throws IOException, InterruptedException {
        double least = values("currentInputWatermark", "").min().orElse(Long.MIN_VALUE);
        return (long) least;
    }

    /** For how long the slowest one in a hundred checkpoints held a shard up to write pages, milliseconds. */
    double pauseMillis() throws IOException, InterruptedException {
        return values("akin_flush_micros", "quantile=\"0.99\"").max().orElse(Double.NaN) / 1000;
    }

    private DoubleStream values(String metric, String label) throws IOException, InterruptedException {
        Stream<String> lines = Stream.empty();
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            lines = Stream.concat(lines, lines(port));
        }
        return lines.filter(line -> line.startsWith(PREFIX + metric + "{"))
                .filter(line -> line.contains(label) && labels.stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }

    private Stream<String> lines(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines();
        } catch (ConnectException e) {
            return Stream.empty();
        }
    }
}

package akin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs of a JobManager that is not always in charge. */
class JobsTest {
    private static final String ID = "0fe2451e5f29de23eb020d3b3373476b";
    private static final String RUNNING =
            "{\"jobs\":[{\"jid\":\"" + ID + "\",\"name\":\"akin\",\"state\":\"RUNNING\",\"start-time\":1}]}";

    private HttpServer server;
    private int asked;
    private volatile int stops;

    /** Answers with 503 a number of times before it gives the jobs. */
    private Jobs jobs(int failures) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jobs/overview", exchange -> {
            boolean isInCharge = ++asked > failures;
            byte[] body = (isInCharge ? RUNNING : "{\"errors\":[\"not yet\"]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isInCharge ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new Jobs(new FlinkRest(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void goingBackWaitsForAJobManagerThatTakesOver() throws Exception {
        assertThat(jobs(3).currentOnceAnswered(Duration.ofMinutes(1)))
                .hasValueSatisfying(job -> assertThat(job.id()).startsWith("0fe2"));
        assertThat(asked).isEqualTo(4);
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        Jobs jobs = jobs(Integer.MAX_VALUE);

        assertThatExceptionOfType(NoAnswerException.class)
                .isThrownBy(() -> jobs.currentOnceAnswered(Duration.ZERO))
                .withMessageContaining("not yet");
    }

    /** Answers all requests that begin with a path. */
    private void answer(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** A job that fails to be saved a number of times, runs again each time, and is over once it was saved. */
    private Jobs hardToStop(int failures, String why) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/jobs/overview", () -> stops > failures ? "{\"jobs\":[]}" : RUNNING);
        answer(
                "/jobs/" + ID,
                () ->
                        "{\"jid\":\"%s\",\"state\":\"RUNNING\",\"vertices\":[{\"status\":\"RUNNING\",\"tasks\":{\"RUNNING\":1}}]}"
                                .formatted(ID));
        answer("/jobs/" + ID + "/checkpoints", () -> "{}");
        answer("/jobs/" + ID + "/exceptions", () -> "{}");
        answer("/jobs/" + ID + "/metrics", () -> "[]");
        answer("/jobs/" + ID + "/stop", () -> "{\"request-id\":\"%d\"}".formatted(++stops));
        answer(
                "/jobs/" + ID + "/savepoints/",
                () -> "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":%s}"
                        .formatted(
                                stops > failures
                                        ? "{\"location\":\"file:/saved\"}"
                                        : "{\"failure-cause\":{\"stack-trace\":\"a.B: %s\"}}".formatted(why)));
        server.start();
        return new Jobs(new FlinkRest(server.getAddress().getPort()));
    }

    @Test
    void aJobOfWhichOnlyAPartHadEndedIsStoppedOnceMore() throws Exception {
        Jobs jobs = hardToStop(
                2,
                "The vertex Source: Events (id = 5) has used UnionListState, but part of its tasks has called operators' finish method.");

        assertThat(jobs.stop(jobs.required(), "file:/", SavepointFormatType.NATIVE))
                .isEqualTo("file:/saved");
        assertThat(stops).isEqualTo(3);
    }

    @Test
    void aJobThatCanNotBeSavedGoesOn() throws Exception {
        Jobs jobs = hardToStop(1, "the disk is full");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> jobs.stop(jobs.required(), "file:/", SavepointFormatType.NATIVE))
                .withMessageContaining("the disk is full");
        assertThat(stops).isEqualTo(1);
    }
}

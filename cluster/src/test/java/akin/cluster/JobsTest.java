package akin.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs of a JobManager that is not always in charge. */
class JobsTest {
    private static final String RUNNING =
            "{\"jobs\":[{\"jid\":\"0fe2451e5f29de23eb020d3b3373476b\",\"name\":\"akin\",\"state\":\"RUNNING\",\"start-time\":1}]}";

    private HttpServer server;
    private int asked;

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
}

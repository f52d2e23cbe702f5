package akin.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Flink's REST API on this machine. */
final class FlinkRest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String address;

    FlinkRest(int port) {
        address = "http://localhost:" + port;
    }

    String address() {
        return address;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    JsonNode patch(String path) throws IOException, InterruptedException {
        return send("PATCH", path, HttpRequest.BodyPublishers.noBody());
    }

    /**
     * Sends a request.
     *
     * @throws NoAnswerException when there is none, or a JobManager says that it is not in charge yet
     * @throws IllegalStateException when the answer is a refusal; with Flink's words
     */
    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .build();
        HttpResponse<byte[]> response = response(request);
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() >= 500) {
            throw new NoAnswerException(refusal(path, answer), null);
        }
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(refusal(path, answer));
        }
        return answer;
    }

    private HttpResponse<byte[]> response(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NoAnswerException("the JobManager does not answer at " + address, e);
        }
    }

    private static String refusal(String path, JsonNode answer) {
        StringBuilder text = new StringBuilder();
        answer.path("errors").forEach(error -> text.append(error.asText()).append('\n'));
        return "Flink refuses " + path + ": " + Causes.plain(text.toString());
    }
}

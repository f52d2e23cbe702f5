package akin.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Flink tells of a job. */
public final class JobView {
    private final JsonNode job;
    private final JsonNode checkpoints;
    private final JsonNode exceptions;
    private final JsonNode metrics;

    JobView(JsonNode job, JsonNode checkpoints, JsonNode exceptions, JsonNode metrics) {
        this.job = job;
        this.checkpoints = checkpoints;
        this.exceptions = exceptions;
        this.metrics = metrics;
    }

    public String id() {
        return job.path("jid").asText();
    }

    public String state() {
        return job.path("state").asText();
    }

    long runningMillis() {
        return job.path("duration").asLong();
    }

    /** Whether every subtask runs. */
    public boolean runs() {
        for (JsonNode vertex : job.path("vertices")) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return state().equals("RUNNING");
    }

    /** Ids of the vertices that hold an operator. */
    List<String> vertices(String operator) {
        List<String> ids = new ArrayList<>();
        for (JsonNode vertex : job.path("vertices")) {
            if (vertex.path("name").asText().contains(operator)) {
                ids.add(vertex.path("id").asText());
            }
        }
        return ids;
    }

    /** Records that an operator took in since the job last started. */
    public long recordsRead(String operator) {
        long records = 0;
        for (JsonNode vertex : job.path("vertices")) {
            if (vertex.path("name").asText().contains(operator)) {
                records += vertex.path("metrics").path("read-records").asLong();
            }
        }
        return records;
    }

    long restarts() {
        return metrics.path(0).path("value").asLong();
    }

    public long completedCheckpoints() {
        return checkpoints.path("counts").path("completed").asLong();
    }

    public long failedCheckpoints() {
        return checkpoints.path("counts").path("failed").asLong();
    }

    Optional<JsonNode> lastCheckpoint() {
        JsonNode last = checkpoints.path("latest").path("completed");
        return last.isObject() ? Optional.of(last) : Optional.empty();
    }

    /** When the last checkpoint that succeeded began, epoch milliseconds; 0 while there is none. */
    public long lastCheckpointBeganAt() {
        return lastCheckpoint()
                .map(last -> last.path("trigger_timestamp").asLong())
                .orElse(0L);
    }

    /** Why the last checkpoint that failed did, when it is younger than the last that succeeded. */
    Optional<String> checkpointFailure() {
        JsonNode failed = checkpoints.path("latest").path("failed");
        long completed = lastCheckpoint().map(last -> last.path("id").asLong()).orElse(0L);
        return failed.isObject() && failed.path("id").asLong() > completed
                ? Optional.of(Causes.plain(failed.path("failure_message").asText()))
                : Optional.empty();
    }

    /** Why the job failed or restarted last. */
    public Optional<String> failure() {
        JsonNode last = exceptions.path("exceptionHistory").path("entries").path(0);
        return last.isObject()
                ? Optional.of(Causes.plain(last.path("stacktrace").asText()))
                : Optional.empty();
    }
}

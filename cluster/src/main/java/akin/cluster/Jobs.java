package akin.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.core.execution.SavepointFormatType;

/** What can be asked of the jobs of a cluster, and done with them. */
public final class Jobs {
    private static final long POLL_MILLIS = 200;
    /** A task that doesn't let itself be cancelled ends its TaskManager after three minutes. */
    private static final Duration END_PATIENCE = Duration.ofMinutes(5);

    private static final int STOPS = 8;
    private static final String HALF_ENDED = "part of its tasks has called operators' finish method";

    private final FlinkRest rest;

    Jobs(FlinkRest rest) {
        this.rest = rest;
    }

    /** The job that has not ended. */
    public Optional<Job> current() throws IOException, InterruptedException {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
            jobs.add(Job.of(job));
        }
        return jobs.stream().filter(job -> !job.isOver()).findFirst();
    }

    /**
     * The same as soon as a JobManager answers: after a failure another one may only be about to take over.
     *
     * @param patience for how long to ask
     */
    Optional<Job> currentOnceAnswered(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return current();
            } catch (NoAnswerException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /** The same, where one must run. */
    public Job required() throws IOException, InterruptedException {
        return current().orElseThrow(() -> new IllegalStateException("no job runs on this cluster: submit one first"));
    }

    /** How a job is, in detail. */
    public JobView view(Job job) throws IOException, InterruptedException {
        String path = "/jobs/" + job.id();
        return new JobView(
                rest.get(path),
                rest.get(path + "/checkpoints"),
                rest.get(path + "/exceptions"),
                rest.get(path + "/metrics?get=numRestarts"));
    }

    /** Events that a job's sources gave on a second, lately. */
    public double eventsPerSecond(JobView view) throws IOException, InterruptedException {
        double sum = 0;
        for (String vertex : view.vertices("Source: Events")) {
            JsonNode metrics = rest.get("/jobs/" + view.id() + "/vertices/" + vertex
                    + "/subtasks/metrics?get=Source__Events.numRecordsInPerSecond");
            for (JsonNode metric : metrics) {
                sum += metric.path("sum").asDouble();
            }
        }
        return sum;
    }

    /** The TaskManagers that run subtasks of an operator. */
    public List<String> taskManagersOf(Job job, String operator) throws IOException, InterruptedException {
        List<String> taskManagers = new ArrayList<>();
        for (String vertex : view(job).vertices(operator)) {
            for (JsonNode subtask :
                    rest.get("/jobs/" + job.id() + "/vertices/" + vertex).path("subtasks")) {
                taskManagers.add(subtask.path("taskmanager-id").asText());
            }
        }
        return taskManagers;
    }

    /** Takes a savepoint and gives its path. */
    public String savepoint(Job job, String folder) throws IOException, InterruptedException {
        return saved(job, rest.post("/jobs/" + job.id() + "/savepoints", Map.of("target-directory", folder)));
    }

    /** Takes a checkpoint out of turn. */
    public void checkpoint(Job job) throws IOException, InterruptedException {
        String path = "/jobs/" + job.id() + "/checkpoints";
        finished(path, rest.post(path, Map.of()), "checkpoint");
    }

    /**
     * Stops a job with a savepoint and gives its path. Where some subtasks of a busy source are at their end before they are
     * saved and others are not, Flink saves nothing and the job goes on: then it is stopped once more.
     */
    public String stop(Job job, String folder, SavepointFormatType format) throws IOException, InterruptedException {
        Map<String, Object> how = Map.of("targetDirectory", folder, "drain", false, "formatType", format.name());
        boolean isHalfEnded = false;
        for (int again = STOPS; ; again--) {
            try {
                String path = saved(job, rest.post("/jobs/" + job.id() + "/stop", how));
                awaitEnd(job);
                return path;
            } catch (IllegalStateException e) {
                isHalfEnded |= e.getMessage().contains(HALF_ENDED);
                // Until it runs again the answer may be another one.
                if (again == 1 || !isHalfEnded) {
                    throw e;
                }
                awaitRunning(job);
            }
        }
    }

    private void awaitRunning(Job job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + END_PATIENCE.toNanos();
        while (!view(job).runs()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the job could not be saved, and does not run again after "
                        + END_PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private String saved(Job job, JsonNode trigger) throws IOException, InterruptedException {
        return finished("/jobs/" + job.id() + "/savepoints", trigger, "savepoint")
                .path("location")
                .asText();
    }

    /** Waits until what was triggered is done, and gives the outcome. */
    private JsonNode finished(String path, JsonNode trigger, String what) throws IOException, InterruptedException {
        String request = path + "/" + trigger.path("request-id").asText();
        JsonNode answer = rest.get(request);
        while (!answer.path("status").path("id").asText().equals("COMPLETED")) {
            Thread.sleep(POLL_MILLIS);
            answer = rest.get(request);
        }
        JsonNode failure = answer.path("operation").path("failure-cause");
        if (failure.isObject()) {
            throw new IllegalStateException("the " + what + " failed: "
                    + Causes.plain(failure.path("stack-trace").asText()));
        }
        return answer.path("operation");
    }

    /** Ends a job as it is; its last checkpoint is kept. */
    public void cancel(Job job) throws IOException, InterruptedException {
        rest.patch("/jobs/" + job.id() + "?mode=cancel");
        awaitEnd(job);
    }

    private void awaitEnd(Job job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + END_PATIENCE.toNanos();
        while (current().filter(now -> now.id().equals(job.id())).isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "job " + job.id() + " has not ended after " + END_PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}

package akin.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/** How a cluster and its job are, for people. */
public final class StatusText {
    private final Cluster cluster;
    private final PrintStream out;

    public StatusText(Cluster cluster, PrintStream out) {
        this.cluster = cluster;
        this.out = out;
    }

    public void print() throws IOException, InterruptedException {
        cluster.requireStarted();
        ClusterSettings settings = cluster.settings();
        out.printf("cluster in %s, console at http://localhost:%d%n", cluster.folder(), settings.restPort());
        for (Map.Entry<String, Optional<ProcessHandle>> process :
                cluster.processes().entrySet()) {
            String state =
                    process.getValue().map(alive -> "process " + alive.pid()).orElse("not running");
            out.printf(
                    "  %-16s %s%s%n",
                    process.getKey(),
                    state,
                    process.getKey().equals(Services.KAFKA) ? ", localhost:" + settings.kafkaPort() : "");
        }
        Jobs jobs = new Jobs(cluster.rest());
        Optional<Job> job = jobs.current();
        out.printf("  %d slots free of %d%n", cluster.freeSlots(), settings.taskManagers() * settings.slots());
        if (job.isEmpty()) {
            out.println("no job runs");
        } else {
            print(jobs, job.get());
        }
    }

    private void print(Jobs jobs, Job job) throws IOException, InterruptedException {
        try {
            print(jobs, jobs.view(job));
        } catch (NoAnswerException e) {
            out.printf("job %s %s, no more is known yet%n", job.id(), job.state());
        }
    }

    private void print(Jobs jobs, JobView view) throws IOException, InterruptedException {
        out.printf(
                "job %s %s for %,d s, %d restarts, %,.0f events/s%n",
                view.id(), view.state(), view.runningMillis() / 1000, view.restarts(), jobs.eventsPerSecond(view));
        view.failure().ifPresent(failure -> out.println("  restarted because: " + failure));
        out.printf("  checkpoints: %,d done, %,d failed", view.completedCheckpoints(), view.failedCheckpoints());
        out.println(view.lastCheckpoint().map(StatusText::checkpoint).orElse(""));
        view.checkpointFailure().ifPresent(failure -> out.println("  the last one failed: " + failure));
    }

    private static String checkpoint(JsonNode last) {
        return String.format(
                "; the last took %,d ms, %,d bytes of %,d: %s",
                last.path("end_to_end_duration").asLong(),
                last.path("checkpointed_size").asLong(),
                last.path("state_size").asLong(),
                last.path("external_path").asText());
    }
}

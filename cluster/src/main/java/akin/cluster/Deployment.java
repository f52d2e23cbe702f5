package akin.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.core.execution.SavepointFormatType;

/** The one job of a cluster: submitted, saved, upgraded. */
public final class Deployment {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 100;

    private final Cluster cluster;
    private final Jobs jobs;
    private final Submissions submissions;

    public Deployment(Cluster cluster) throws IOException {
        cluster.requireStarted();
        this.cluster = cluster;
        this.jobs = new Jobs(cluster.rest());
        this.submissions = new Submissions(cluster.folder());
    }

    public Jobs jobs() {
        return jobs;
    }

    /**
     * Submits a job, the only one at a time, and gives it when all of it runs.
     *
     * @param from a savepoint or checkpoint, or null
     */
    public Job submit(Submission submission, String from) throws IOException, InterruptedException {
        Optional<Job> current = jobs.current();
        if (current.isPresent()) {
            throw new IllegalStateException(
                    "job " + current.get().id() + " runs already: upgrade it, or stop it with savepoint --stop");
        }
        Submission copy = submissions.copy(submission);
        requireSlots(copy.slots(cluster.usualParallelism()));
        Job job = start(copy.on(cluster.settings()), from);
        awaitRunning(job);
        return job;
    }

    private void requireSlots(int needed) throws IOException, InterruptedException {
        int free = cluster.freeSlots();
        if (free < needed) {
            throw new IllegalStateException("the job needs " + needed
                    + " slots (stream.parallelism), free are " + free
                    + ": lower it, or start the cluster with more --taskmanagers or --slots");
        }
    }

    private Job start(Submission submission, String from) throws IOException, InterruptedException {
        String id = new FlinkRun(cluster.folder(), cluster.home()).run(submission, from);
        submissions.put(id, submission);
        return jobs.required();
    }

    private void awaitRunning(Job job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JobView view = jobs.view(job);
        while (!view.runs()) {
            if (view.failure().isPresent()) {
                throw new IllegalStateException(
                        "the job does not start: " + view.failure().get());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the job is " + view.state() + " after " + PATIENCE.toSeconds()
                        + " s; the log of the JobManager" + " says more: "
                        + cluster.folder().logs().resolve("jobmanager.log"));
            }
            Thread.sleep(POLL_MILLIS);
            view = jobs.view(job);
        }
    }

    /** Takes a savepoint of the job; gives its path. */
    public String savepoint() throws IOException, InterruptedException {
        return jobs.savepoint(jobs.required(), savepoints());
    }

    /** Stops the job with a savepoint; gives its path. */
    public String stop() throws IOException, InterruptedException {
        return jobs.stop(jobs.required(), savepoints(), SavepointFormatType.CANONICAL);
    }

    private String savepoints() {
        return cluster.folder().savepoints().toUri().toString();
    }

    /** What an upgrade came to. */
    public record Upgraded(boolean done, Job job, String savepoint, String told) {}

    /**
     * Stops the job with a savepoint and starts it from there again: with another jar, another configuration or both. When
     * the new job does not run and learn, the old one goes on from the same savepoint.
     *
     * @param jar or null for the same
     * @param conf or null for the same
     */
    public Upgraded upgrade(Path jar, Path conf) throws IOException, InterruptedException {
        Job old = jobs.required();
        Submission before = submissions.get(old.id());
        Submission after = submissions.copy(new Submission(
                jar == null ? before.jar() : jar, conf == null ? before.conf() : conf, before.assignments(), false));
        // A new configuration may name another state backend. Without one, the backend's own format will do.
        SavepointFormatType format = conf == null ? SavepointFormatType.NATIVE : SavepointFormatType.CANONICAL;
        String savepoint = jobs.stop(old, savepoints(), format);
        Thread brokenOff =
                new Thread(() -> System.err.println("akin: the upgrade was broken off; what the job learned is"
                        + " safe: ./akin cluster submit --from " + savepoint));
        Runtime.getRuntime().addShutdownHook(brokenOff);
        Upgraded upgraded = upgraded(before, after, savepoint);
        Runtime.getRuntime().removeShutdownHook(brokenOff);
        return upgraded;
    }

    private Upgraded upgraded(Submission before, Submission after, String savepoint)
            throws IOException, InterruptedException {
        try {
            Job job = start(after, savepoint);
            awaitRunning(job);
            return new Upgraded(true, job, savepoint, learning(job));
        } catch (RuntimeException | IOException e) {
            return new Upgraded(false, goBack(before, savepoint), savepoint, e.getMessage());
        }
    }

    /** Makes sure that a job learns: what comes in reaches the shards, and a checkpoint of it succeeds. */
    private String learning(Job job) throws IOException, InterruptedException {
        jobs.checkpoint(job);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JobView view = jobs.view(job);
        while (view.recordsRead("Sessions") > 0 && view.recordsRead("Shards") == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("events come in, but nothing reaches the shards");
            }
            Thread.sleep(POLL_MILLIS);
            view = jobs.view(job);
        }
        if (view.failure().isPresent()) {
            throw new IllegalStateException("the job fails: " + view.failure().get());
        }
        return String.format(
                "its first checkpoint succeeded, its shards took in %,d records", view.recordsRead("Shards"));
    }

    private Job goBack(Submission before, String savepoint) throws IOException, InterruptedException {
        Optional<Job> broken = jobs.currentOnceAnswered(PATIENCE);
        if (broken.isPresent()) {
            jobs.cancel(broken.get());
        }
        Job job = start(before, savepoint);
        awaitRunning(job);
        return job;
    }
}

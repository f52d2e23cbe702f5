package akin.bench.faults;

import akin.cluster.Cluster;
import akin.cluster.Deployment;
import akin.cluster.Job;
import akin.cluster.JobView;
import akin.cluster.NoAnswerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A cluster at work, as a fault finds it. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;
    private static final int FAILED_CHECKPOINTS = 3;

    private final Cluster cluster;
    private final Deployment deployment;
    private final FaultSettings settings;
    private final SmallDisk disk;

    Scene(Cluster cluster, Deployment deployment, FaultSettings settings, SmallDisk disk) {
        this.cluster = cluster;
        this.deployment = deployment;
        this.settings = settings;
        this.disk = disk;
    }

    FaultSettings settings() {
        return settings;
    }

    SmallDisk disk() {
        return disk;
    }

    /** Sends a signal to a process of the cluster. */
    void signal(String name, String process) throws IOException, InterruptedException {
        long pid = cluster.processes()
                .get(process)
                .orElseThrow(() -> new IllegalStateException(process + " does not run"))
                .pid();
        int code = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill -" + name + " " + pid + " (" + process + ") failed");
        }
    }

    String taskManagerOfShards() throws IOException, InterruptedException {
        return deployment
                .jobs()
                .taskManagersOf(deployment.jobs().required(), "Shards")
                .get(0);
    }

    void upgrade() throws IOException, InterruptedException {
        Deployment.Upgraded upgraded = deployment.upgrade(null, null);
        if (!upgraded.done()) {
            throw new IllegalStateException("the upgrade failed: " + upgraded.told());
        }
    }

    void awaitFailedCheckpoints() throws IOException, InterruptedException {
        long before = view().failedCheckpoints();
        await("checkpoints fail", view -> view.failedCheckpoints() >= before + FAILED_CHECKPOINTS);
    }

    /** Waits until a checkpoint succeeds that began after a moment, epoch milliseconds. */
    void awaitCheckpointAfter(long moment) throws IOException, InterruptedException {
        await("a checkpoint succeeds", view -> view.runs() && view.lastCheckpointBeganAt() > moment);
    }

    private JobView view() throws IOException, InterruptedException {
        Job job = deployment.jobs().required();
        return deployment.jobs().view(job);
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds(JobView view);
    }

    private void await(String what, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (holds(condition)) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("after " + PATIENCE.toMinutes() + " minutes still not: " + what);
    }

    /** False as well while no JobManager answers, or the new one does not know the job yet. */
    private boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds(view());
        } catch (NoAnswerException | IllegalStateException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package akin.tools.replay;

import akin.models.recommender.ShardReport;
import akin.operators.ShardsOperator;
import akin.operators.SortMessages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.util.ExceptionUtils;

/** A job over a log while it runs in this JVM, whose cluster is gone as soon as the job has ended. */
final class RunningJob {
    private static final long POLL_MILLIS = 200;

    private final JobClient job;
    private final CompletableFuture<JobExecutionResult> result;

    RunningJob(JobClient job) {
        this.job = job;
        result = job.getJobExecutionResult();
    }

    void awaitEnd(LogJob.Progress progress) throws InterruptedException {
        await(progress, counts -> false);
    }

    /** Waits until a job that stays open has read all of its log. */
    void awaitEndOfLog(LogJob.Progress progress) throws InterruptedException {
        await(progress, counts -> counts.getOrDefault(SortMessages.ENDED, 0L) > 0);
    }

    private void await(LogJob.Progress progress, Predicate<Map<String, Long>> enough) throws InterruptedException {
        Map<String, Long> counts = Map.of();
        while (!result.isDone() && !enough.test(counts)) {
            try {
                result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                counts = counts();
                progress.at(counts);
            } catch (ExecutionException e) {
                return;
            }
        }
    }

    private Map<String, Long> counts() throws InterruptedException {
        try {
            return counts(job.getAccumulators().get());
        } catch (ExecutionException | IllegalStateException e) {
            return Map.of();
        }
    }

    private static Map<String, Long> counts(Map<String, Object> accumulators) {
        Map<String, Long> counts = new TreeMap<>();
        accumulators.forEach((name, value) -> {
            if (value instanceof Long count) {
                counts.put(name, count);
            }
        });
        return counts;
    }

    /**
     * Stops the job with a savepoint and gives its path. The source may be through with a short log while later operators
     * still start.
     */
    String stop(String folder, SavepointFormatType format) throws Exception {
        while (!result.isDone()) {
            try {
                return job.stopWithSavepoint(false, folder, format).get();
            } catch (ExecutionException e) {
                if (!isStarting(e)) {
                    throw e;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        result.get();
        throw new IllegalStateException("the job ended before it could be saved");
    }

    private static boolean isStarting(ExecutionException e) {
        return ExceptionUtils.findThrowable(e, CheckpointException.class)
                .filter(cause ->
                        cause.getCheckpointFailureReason() == CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING)
                .isPresent();
    }

    /** Gives what an ended job did, or throws what made it fail. */
    RunMetrics metrics() throws ExecutionException, InterruptedException {
        JobExecutionResult ended = result.get();
        List<ShardReport> reports = ended.getAccumulatorResult(ShardsOperator.LAST_REPORTS);
        return new RunMetrics(
                counts(ended.getAllAccumulatorResults()), ended.getNetRuntime() / 1000.0, reports, Map.of());
    }
}

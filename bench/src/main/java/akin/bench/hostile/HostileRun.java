package akin.bench.hostile;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.WireLimits;
import akin.jobs.topology.Environments;
import akin.jobs.topology.EventTime;
import akin.jobs.topology.Topology;
import akin.operators.Timing;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import akin.tools.logs.LogSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.commons.io.FileUtils;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole job in this JVM under hostile input, without restarts: a failure ends it. */
final class HostileRun {
    private static final long POLL_MILLIS = 100;
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final AkinSettings settings;
    private final HostileSettings hostile;
    private final Counts counts = Counts.OF_RUN;

    HostileRun(AkinSettings settings, HostileSettings hostile) {
        this.settings = settings;
        this.hostile = hostile;
    }

    /** How event time goes in the one partition. */
    Timing timing() {
        return new Timing(settings.stream().outOfOrderness(), settings.wire().maxSkew(), true, false);
    }

    /**
     * Runs to the end.
     *
     * @param samples how often to look at the job on the way
     * @param watcher told each time
     */
    Outcome run(int samples, Consumer<Sample> watcher) throws Exception {
        counts.reset();
        StreamExecutionEnvironment env = Environments.local(settings, null, true, null);
        build(env);
        JobClient job = env.executeAsync("hostile");
        List<Sample> taken = new ArrayList<>();
        long span = hostile.eventTime().toMillis();
        for (int number = 1; number <= samples; number++) {
            long due = hostile.shop().start() + number * span / (samples + 1);
            if (await(job, due)) {
                Sample sample = sample(job);
                taken.add(sample);
                watcher.accept(sample);
            }
        }
        JobExecutionResult result = job.getJobExecutionResult().get();
        return new Outcome(taken, result.getAllAccumulatorResults(), counts);
    }

    /** Waits until event time has come so far; false when the job ended before. */
    private boolean await(JobClient job, long due) throws InterruptedException, ExecutionException {
        while (counts.eventTime() < due) {
            if (job.getJobExecutionResult().isDone()) {
                // Throws what made it fail.
                job.getJobExecutionResult().get();
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    private Sample sample(JobClient job) throws Exception {
        Path folder = Files.createTempDirectory("akin-hostile");
        try {
            String savepoint = job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            double hours = (counts.eventTime() - hostile.shop().start()) / MILLIS_PER_HOUR;
            return Sample.of(settings, hours, counts, savepoint);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private void build(StreamExecutionEnvironment env) {
        Timing timing = timing();
        WireLimits limits = settings.wire();
        HostileSettings input = hostile;
        Topology.Outputs outputs = new Topology(settings, true)
                .build(
                        env.fromSource(
                                        new LogSource(() -> new HostileLog(input, limits, Counts.OF_RUN), false, false),
                                        EventTime.byEvents(timing, settings.stream()),
                                        "Hostile",
                                        RecordTypes.MESSAGE)
                                .setParallelism(1)
                                .uid(Uids.LOG_SOURCE),
                        timing);
        outputs.rankings()
                .sinkTo(new CountingSink<>((counted, ranking) -> counted.ranked(ranking.rankingId())))
                .name("Rankings")
                .uid(Uids.RANKINGS_SINK);
        outputs.deadLetters()
                .sinkTo(new CountingSink<>((counted, letter) -> counted.deadLetter()))
                .name("Dead letters")
                .uid(Uids.DEAD_LETTERS_SINK);
        outputs.late()
                .sinkTo(new CountingSink<>((counted, event) -> counted.late()))
                .name("Late events")
                .uid(Uids.LATE_SINK);
    }

    /**
     * What a run came to.
     *
     * @param totals of the job's operators, by name
     */
    record Outcome(List<Sample> samples, Map<String, Object> totals, Counts counts) {
        long total(String name) {
            return totals.get(name) instanceof Long total ? total : 0;
        }

        /** Messages that went in and of which the job tells nothing. */
        long lost() {
            return counts.offeredSoFar() - total("events") - total("items") - total("dead_letters");
        }

        /** Dead letters that the job counted and didn't give out, or gave out twice. */
        long lettersLost() {
            long counted = total("dead_letters") + total("overtaken") + total("over_waiting") + total("failures");
            return counted - counts.deadLetters();
        }

        int missing() {
            return counts.missing();
        }

        /** Returns whether neither memory nor what waits grew from the second third of the samples to the last. */
        boolean isFlat() {
            int third = samples.size() / 3;
            return third > 0
                    && last(third, Sample::heapMegabytes) <= 1.1 * middle(third, Sample::heapMegabytes)
                    && last(third, Sample::waiting) <= 2 * middle(third, Sample::waiting);
        }

        private double middle(int third, ToLongFunction<Sample> figure) {
            return mean(samples.subList(samples.size() - 2 * third, samples.size() - third), figure);
        }

        private double last(int third, ToLongFunction<Sample> figure) {
            return mean(samples.subList(samples.size() - third, samples.size()), figure);
        }

        private static double mean(List<Sample> some, ToLongFunction<Sample> figure) {
            return some.stream().mapToLong(figure).average().orElse(0);
        }
    }
}

package akin.tools.replay;

import akin.jobs.config.AkinSettings;
import akin.jobs.topology.Environments;
import akin.jobs.topology.EventTime;
import akin.jobs.topology.Topology;
import akin.jobs.wire.Encoder;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Message;
import akin.models.experiment.ExperimentReport;
import akin.models.ranking.Ranking;
import akin.models.recommender.ShardReport;
import akin.state.Uids;
import akin.state.records.RecordTypes;
import akin.tools.logs.LogSource;
import akin.tools.logs.MessageLog;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job over a log, in this JVM: writes {@code rankings.jsonl}, {@code quality.jsonl}, {@code dead_letters.jsonl} and
 * {@code late.jsonl} into a folder and tells what it did.
 */
public final class LogJob {
    private static final long POLL_MILLIS = 200;

    private final AkinSettings settings;
    private final String name;
    private final MessageLog log;
    private final Path out;
    private String from;
    private boolean checkpoints;
    private Sink<Ranking> rankingsView;
    private Sink<ShardReport> reportsView;

    /**
     * @param name of the log: a job restored from a savepoint goes on in the log of the same name, and reads another one
     *     from its start
     * @param out an existing folder
     */
    public LogJob(AkinSettings settings, String name, MessageLog log, Path out) {
        this.settings = settings;
        this.name = name;
        this.log = log;
        this.out = out;
    }

    /** Starts from a savepoint. */
    public LogJob from(String savepoint) {
        from = savepoint;
        return this;
    }

    /** Takes checkpoints on the way, as configured. */
    public LogJob withCheckpoints() {
        checkpoints = true;
        return this;
    }

    /** Shows rankings and reports as they come, besides writing them. */
    public LogJob showing(Sink<Ranking> rankings, Sink<ShardReport> reports) {
        rankingsView = rankings;
        reportsView = reports;
        return this;
    }

    /** Told now and then how far the job is. */
    @FunctionalInterface
    public interface Progress {
        /** Takes the counts so far. */
        void at(Map<String, Long> counts);
    }

    /** Runs to the log's end. */
    public RunMetrics run(Progress progress) throws Exception {
        RunningJob job = start(null);
        job.awaitEnd(progress);
        return job.metrics();
    }

    /**
     * Runs to the log's end and leaves a savepoint there.
     *
     * @param folder where the savepoint's own folder is made, as an URI
     */
    public Saved runAndSave(Progress progress, String folder) throws Exception {
        return runAndSave(progress, folder, SavepointFormatType.CANONICAL);
    }

    /** The same, with the savepoint in a given format. */
    public Saved runAndSave(Progress progress, String folder, SavepointFormatType format) throws Exception {
        RunningJob job = start(folder);
        job.awaitEndOfLog(progress);
        String savepoint = job.stop(folder, format);
        return new Saved(job.metrics(), savepoint);
    }

    /** What was done, and where the savepoint is. */
    public record Saved(RunMetrics metrics, String path) {}

    /**
     * Starts the job.
     *
     * @param savepoints where it is to be saved at the log's end, or null when it ends there
     */
    private RunningJob start(String savepoints) throws Exception {
        StreamExecutionEnvironment env = Environments.local(settings, from, checkpoints, savepoints);
        Topology.Outputs outputs = new Topology(settings, true).build(messages(env, savepoints != null));
        sinks(outputs);
        return new RunningJob(env.executeAsync("akin"));
    }

    private DataStream<Message> messages(StreamExecutionEnvironment env, boolean staysOpen) {
        return env.fromSource(
                        new LogSource(log, from != null, staysOpen),
                        EventTime.byEvents(EventTime.ofLog(settings), settings.stream()),
                        "Log",
                        RecordTypes.MESSAGE)
                .setParallelism(1)
                .uid(sourceUid(name));
    }

    /** The uid of the operator that has no place in a job over another log, or over Kafka. */
    public static String sourceUid(String log) {
        return Uids.LOG_SOURCE + "-" + log;
    }

    private void sinks(Topology.Outputs outputs) {
        JsonLinesFile.Order<Ranking> order = settings.stream().rankInEventTime()
                ? new JsonLinesFile.Order<>(
                        Ranking::timestamp, ranking -> ranking.rankingId() + '\t' + ranking.userId())
                : null;
        write(outputs.rankings(), "rankings.jsonl", MessageWriter::ranking, order, Uids.RANKINGS_SINK);
        write(outputs.deadLetters(), DeadLetterFile.NAME, MessageWriter::deadLetter, null, Uids.DEAD_LETTERS_SINK);
        write(outputs.late(), "late.jsonl", MessageWriter::event, null, Uids.LATE_SINK);
        write(
                outputs.reports(),
                "quality.jsonl",
                new QualityFile(out.resolve("quality.jsonl"), from != null),
                Uids.METRICS_SINK);
        if (outputs.experiments() != null) {
            write(
                    outputs.experiments(),
                    "experiments.jsonl",
                    MessageWriter::experiment,
                    new JsonLinesFile.Order<>(report -> report.look().time(), ExperimentReport::experiment),
                    Uids.EXPERIMENTS_SINK);
        }
        if (rankingsView != null) {
            outputs.rankings()
                    .sinkTo(rankingsView)
                    .setParallelism(1)
                    .name("View of rankings")
                    .uid(Uids.RANKINGS_VIEW);
            outputs.reports()
                    .sinkTo(reportsView)
                    .setParallelism(1)
                    .name("View of quality")
                    .uid(Uids.QUALITY_VIEW);
        }
    }

    private <T> void write(
            DataStream<T> stream, String file, Encoder<T> encoder, JsonLinesFile.Order<T> order, String uid) {
        write(stream, file, new JsonLinesFile<>(out.resolve(file), encoder, order), uid);
    }

    private static <T> void write(DataStream<T> stream, String file, Sink<T> sink, String uid) {
        stream.sinkTo(sink).setParallelism(1).name(file).uid(uid);
    }
}

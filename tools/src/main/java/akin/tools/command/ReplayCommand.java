package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.RecordedFiles;
import akin.tools.replay.LogJob;
import akin.tools.replay.RunMetrics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "replay",
        description = "Runs the job over a recorded log to its end.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private RecordedLog log;

    @CommandLine.Mixin
    private OutputFolder out;

    @CommandLine.Option(names = "--savepoint", paramLabel = "DIR", description = "Leave a savepoint at the log's end.")
    private Path savepoint;

    @CommandLine.Option(
            names = "--from",
            paramLabel = "PATH",
            converter = SavepointLocation.class,
            description = "Start from a savepoint.")
    private String from;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        // Unless asked otherwise, a replay repeats to the byte and tests each visit; a recorded hour needs no fifths of
        // seconds.
        AkinSettings loaded = settings.load("ranking.order=event-time", "quality.sample=1", "stream.watermark_step=1m");
        RecordedFiles files = log.open(loaded);
        Path folder = out.make();
        LogJob job = new LogJob(loaded, RecordedLog.NAME, files, folder).from(from);
        RunMetrics metrics = run(job);
        metrics.write(folder);
        Summary.print(metrics, System.out);
        return log.finish(metrics);
    }

    private RunMetrics run(LogJob job) throws Exception {
        PrintStream out = System.out;
        ProgressLine progress = new ProgressLine(out);
        if (savepoint == null) {
            RunMetrics metrics = job.run(progress);
            progress.end();
            return metrics;
        }
        LogJob.Saved saved =
                job.runAndSave(progress, savepoint.toAbsolutePath().toUri().toString());
        progress.end();
        out.println("savepoint " + saved.path());
        return saved.metrics();
    }
}

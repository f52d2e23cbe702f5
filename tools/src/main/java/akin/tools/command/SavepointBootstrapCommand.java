package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.RecordedFiles;
import akin.tools.replay.RunMetrics;
import akin.tools.rewrite.Bootstrap;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "bootstrap",
        description = "Learns a recorded log and writes a savepoint that the job on Kafka starts from.",
        mixinStandardHelpOptions = true)
final class SavepointBootstrapCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private RecordedLog log;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "PATH",
            converter = SavepointLocation.class,
            required = true,
            description = "Where the savepoint is to be; nothing may be there.")
    private String out;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        // Nobody reads the rankings: views ask for none. What is learned is the same.
        AkinSettings loaded = settings.load("stream.watermark_step=1m", "sessions.rank_views=false");
        RecordedFiles files = log.open(loaded);
        ProgressLine progress = new ProgressLine(System.out);
        RunMetrics metrics = new Bootstrap(loaded, RecordedLog.NAME, files).run(progress, out);
        progress.end();
        Summary.print(metrics, System.out);
        System.out.println("savepoint " + out);
        return log.finish(metrics);
    }
}

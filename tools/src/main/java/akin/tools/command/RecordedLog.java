package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.RecordedFiles;
import akin.tools.replay.Losses;
import akin.tools.replay.RunMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** A log that is to be learned. */
final class RecordedLog {
    /** All logs of files share what a savepoint knows of them. */
    static final String NAME = "files";

    @CommandLine.Mixin
    private LogOptions options;

    @CommandLine.Option(
            names = "--data",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files of the log, plain or gzip.")
    private List<Path> data;

    /** Fails when the log can't be read. */
    RecordedFiles open(AkinSettings settings) throws IOException {
        return options.log(data, settings);
    }

    /** Says in the last line when most of the log was lost; returns the exit code. */
    int finish(RunMetrics metrics) {
        return Losses.of(metrics).tell(System.out, options.acceptsLosses());
    }
}

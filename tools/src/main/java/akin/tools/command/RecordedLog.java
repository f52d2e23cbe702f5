package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.tools.logs.LogFormats;
import akin.tools.logs.MessageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** A log that is to be learned. */
final class RecordedLog {
    @CommandLine.Mixin
    private FormatOption format;

    @CommandLine.Option(
            names = "--data",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files of the log, plain or gzip.")
    private List<Path> data;

    /** Fails when the log can't be read. */
    void check() throws IOException {
        format.chosen().open(data).close();
    }

    /** A restored job goes on in the log of the same name. */
    String name() {
        return format.chosen().name() + data;
    }

    MessageLog messages() {
        String name = format.chosen().name();
        List<String> files = data.stream().map(Path::toString).toList();
        return () -> LogFormats.of(name).open(files.stream().map(Path::of).toList());
    }

    /** The latest time that an event may be dated, epoch milliseconds. */
    long latest(AkinSettings settings) {
        return System.currentTimeMillis() + settings.wire().maxSkew().toMillis();
    }
}

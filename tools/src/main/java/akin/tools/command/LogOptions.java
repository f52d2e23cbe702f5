package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.ConfigurationException;
import akin.tools.logs.LogFormat;
import akin.tools.logs.LogFormats;
import akin.tools.logs.RecordedFiles;
import akin.tools.logs.delimited.Mapping;
import akin.tools.logs.delimited.Proposal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;

/** How a log is read. */
final class LogOptions {
    @CommandLine.Option(
            names = "--format",
            paramLabel = "NAME",
            required = true,
            description =
                    "events, sessions, uci-clothing, taobao, jdata, rees46, retailrocket, yoochoose, diginetica, or csv"
                            + " for any delimited log.")
    private String name;

    @CommandLine.Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "With --format csv: says in YAML what the columns are; conf/logs has examples. Without it one is"
                            + " proposed.")
    private Path mapping;

    @CommandLine.Option(
            names = "--sort",
            description =
                    "Sort the lines by time first, on disk if need be; for a log that isn't in the order of time.")
    private boolean sort;

    @CommandLine.Option(
            names = "--until",
            paramLabel = "TIME",
            defaultValue = "2035-01-01T00:00:00Z",
            converter = Time.class,
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Latest time that can be true; a line with a later one is set aside.")
    private Instant until;

    @CommandLine.Option(
            names = "--accept-losses",
            description = "Exit with 0 although less than half of the log could be used.")
    private boolean acceptLosses;

    private static final class Time implements CommandLine.ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no time such as 2035-01-01T00:00:00Z");
            }
        }
    }

    /** Returns a log of files, all of which are there and of the format. */
    RecordedFiles log(List<Path> files, AkinSettings settings) throws IOException {
        RecordedFiles log = new RecordedFiles(format(files, settings), files, sort);
        log.check();
        return log;
    }

    private LogFormat format(List<Path> files, AkinSettings settings) throws IOException {
        if (!name.equals(LogFormats.CSV)) {
            if (mapping != null) {
                throw new ConfigurationException("--mapping belongs to --format csv; " + name + " has one of its own");
            }
            return LogFormats.of(name, settings.wire(), until.toEpochMilli());
        }
        if (mapping == null) {
            System.out.print(Proposal.of(files.get(0)));
            throw new ConfigurationException(
                    "--format csv needs a mapping: save the one above, which is a guess, correct it and give it by --mapping");
        }
        return LogFormats.mapped(Mapping.read(mapping), mapping.toString(), until.toEpochMilli());
    }

    boolean acceptsLosses() {
        return acceptLosses;
    }
}

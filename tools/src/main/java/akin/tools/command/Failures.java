package akin.tools.command;

import akin.jobs.Failure;
import akin.jobs.config.ConfigurationException;
import akin.models.event.Printable;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says in one place what went wrong: the cause, not the way it took through Flink. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof ConfigurationException) {
            err.println("akin: " + printable(e.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Failures.class).debug("failed", e);
        err.println("akin: failed: " + printable(Failure.reason(e)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String printable(String message) {
        return message.lines().map(Printable::of).collect(Collectors.joining(System.lineSeparator()));
    }
}

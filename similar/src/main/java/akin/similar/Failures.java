package akin.similar;

import akin.models.event.Printable;
import akin.models.settings.InvalidSettingsException;
import akin.similar.settings.UsageException;
import akin.state.Failure;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says in one place what went wrong: the cause, not the way it took through Flink. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof UsageException || e instanceof InvalidSettingsException) {
            err.println("akin: " + Printable.lines(e.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Failures.class).debug("failed", e);
        err.println("akin: failed: " + Printable.lines(Failure.reason(e)));
        return CommandLine.ExitCode.SOFTWARE;
    }
}

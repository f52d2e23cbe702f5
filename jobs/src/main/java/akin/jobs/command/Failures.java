package akin.jobs.command;

import akin.jobs.config.ConfigurationException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says in one place what went wrong: the cause, not the way it took through Flink. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof ConfigurationException) {
            err.println("akin: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Failures.class).debug("failed", e);
        err.println("akin: failed: " + reason(e));
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The message of the innermost cause that has one. */
    static String reason(Throwable failure) {
        String reason = failure.toString();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at.getMessage() != null) {
                reason = at.getMessage();
            }
            if (at.getCause() == at) {
                break;
            }
        }
        return reason;
    }
}

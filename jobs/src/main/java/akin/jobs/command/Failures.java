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

    /** The message of the first cause that is not a wrapping of Flink's or of a future. */
    static String reason(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && isWrapping(at)) {
            at = at.getCause();
        }
        return at.getMessage() == null ? at.toString() : at.getMessage();
    }

    private static boolean isWrapping(Throwable failure) {
        String type = failure.getClass().getName();
        return type.startsWith("org.apache.flink.")
                || type.startsWith("java.util.concurrent.")
                || failure.getMessage() == null
                || failure.getMessage().equals(failure.getCause().toString());
    }
}

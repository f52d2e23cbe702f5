package akin.similar;

import akin.models.event.Printable;
import akin.models.settings.InvalidSettingsException;
import akin.similar.settings.UsageException;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Says in one place what went wrong: the cause, not the way it took through Flink. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof UsageException || e instanceof InvalidSettingsException) {
            err.println("akin: " + printable(e.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
        LoggerFactory.getLogger(Failures.class).debug("failed", e);
        err.println("akin: failed: " + printable(reason(e)));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String reason(Throwable failure) {
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

    private static String printable(String message) {
        return message.lines().map(Printable::of).collect(Collectors.joining(System.lineSeparator()));
    }
}

package akin.jobs;

import akin.jobs.command.ClusterCommand;
import akin.jobs.command.DemoCommand;
import akin.jobs.command.EvaluateCommand;
import akin.jobs.command.Failures;
import akin.jobs.command.ReplayCommand;
import akin.jobs.command.ReportCommand;
import akin.jobs.command.RunCommand;
import akin.jobs.command.SavepointCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;

/** Akin's command line; also what {@code flink run} starts. */
@CommandLine.Command(
        name = "akin",
        description = "Similar products for shoppers, learned from the click stream as it comes.",
        mixinStandardHelpOptions = true,
        version = "akin 0.1.0",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            EvaluateCommand.class,
            ReportCommand.class,
            SavepointCommand.class,
            ClusterCommand.class
        })
public final class Akin implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? see akin --help");
    }

    /** Exits with 0 when done, 1 when failed, 2 when the usage or the configuration is wrong. */
    public static void main(String[] args) throws Exception {
        if (RunCommand.inOwnJvm()) {
            System.exit(commandLine().execute(args));
        }
        submit(args);
    }

    /**
     * Under {@code flink run} main returns when the job was submitted, and throws when it was not: an exit would end a
     * process of the cluster, which would be started again without end.
     */
    private static void submit(String[] args) throws Exception {
        StringWriter told = new StringWriter();
        AtomicReference<Exception> failure = new AtomicReference<>();
        int code = commandLine()
                .setErr(new PrintWriter(told, true))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    failure.set(e);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
        if (failure.get() != null) {
            throw failure.get();
        }
        if (code != 0) {
            throw new IllegalArgumentException(told.toString().strip());
        }
    }

    /** All commands; executing gives the exit code. */
    public static CommandLine commandLine() {
        return new CommandLine(new Akin()).setExecutionExceptionHandler(new Failures());
    }
}

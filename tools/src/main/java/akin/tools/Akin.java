package akin.tools;

import akin.tools.command.DemoCommand;
import akin.tools.command.EvaluateCommand;
import akin.tools.command.ExperimentsCommand;
import akin.tools.command.Failures;
import akin.tools.command.ReplayCommand;
import akin.tools.command.ReportCommand;
import akin.tools.command.SavepointCommand;
import akin.tools.command.ShopCommand;
import picocli.CommandLine;

/** Akin's command line, but for those commands that have a jar of their own. */
@CommandLine.Command(
        name = "akin",
        description = "Similar products for shoppers, learned from the click stream as it comes.",
        mixinStandardHelpOptions = true,
        version = "akin 0.1.0",
        footer = {"", "In jars of their own, each with its --help: run (the job on Kafka), cluster, similar, bench."},
        subcommands = {
            DemoCommand.class,
            ShopCommand.class,
            ReplayCommand.class,
            EvaluateCommand.class,
            ReportCommand.class,
            ExperimentsCommand.class,
            SavepointCommand.class
        })
public final class Akin implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? see akin --help");
    }

    /** Exits with 0 when done, 1 when failed, 2 when the usage or the configuration is wrong. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** All commands; executing gives the exit code. */
    public static CommandLine commandLine() {
        return new CommandLine(new Akin()).setExecutionExceptionHandler(new Failures());
    }
}

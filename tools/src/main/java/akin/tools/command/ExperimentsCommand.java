package akin.tools.command;

import picocli.CommandLine;

@CommandLine.Command(
        name = "experiments",
        description = "Plans, checks, simulates and reports A/B tests.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExperimentsCheckCommand.class,
            ExperimentsPlanCommand.class,
            ExperimentsSimulateCommand.class,
            ExperimentsReportCommand.class,
            ExperimentsWhatifCommand.class
        })
public final class ExperimentsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? see akin experiments --help");
    }
}

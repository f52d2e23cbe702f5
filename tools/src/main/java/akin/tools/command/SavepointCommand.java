package akin.tools.command;

import picocli.CommandLine;

/** Savepoints for people: each subcommand reads or writes them without a running job. */
@CommandLine.Command(
        name = "savepoint",
        description = "Looks into savepoints, compares, converts and makes them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SavepointInspectCommand.class,
            SavepointDiffCommand.class,
            SavepointExportCommand.class,
            SavepointBootstrapCommand.class,
            SavepointMigrateCommand.class,
            SavepointForgetCommand.class
        })
public final class SavepointCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which one? see akin savepoint --help");
    }
}

package akin.tools.command;

import akin.state.savepoint.DerivedSavepoint;
import akin.state.savepoint.SavedJob;
import akin.tools.rewrite.Migration;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "migrate",
        description = "Writes another savepoint under settings of another shape, and says what is lost before it does.",
        mixinStandardHelpOptions = true)
final class SavepointMigrateCommand implements Callable<Integer> {
    @CommandLine.Parameters(
            index = "0",
            paramLabel = "FROM",
            converter = SavepointLocation.class,
            description = "The savepoint's folder; it is only read.")
    private String from;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "TO",
            converter = SavepointLocation.class,
            description = "Where the new savepoint is to be; nothing may be there.")
    private String to;

    @CommandLine.Option(names = "--yes", description = "Don't ask.")
    private boolean yes;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DerivedSavepoint.requireNew(to);
        // What is not to change stays as it was saved, whatever the defaults are.
        Migration migration = Migration.of(SavedJob.open(from), shape -> settings.load(shape.toArray(String[]::new)));
        migration.changes().forEach(System.out::println);
        if (!yes && !confirmed()) {
            return CommandLine.ExitCode.OK;
        }
        migration.write(to);
        System.out.println("savepoint " + to);
        return CommandLine.ExitCode.OK;
    }

    private boolean confirmed() {
        Console terminal = System.console();
        if (terminal == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "nothing was written: there is no terminal to ask on, so agree by --yes");
        }
        return "yes".equals(terminal.readLine("Write it? yes or no: "));
    }
}

package akin.tools.command;

import akin.state.savepoint.SavedJob;
import akin.tools.rewrite.Forgetting;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "forget",
        description = {
            "Writes a savepoint like another one without a user, and says what can't be taken out.",
            "A running job forgets a user by an event of the type forget."
        },
        mixinStandardHelpOptions = true)
final class SavepointForgetCommand implements Callable<Integer> {
    @CommandLine.Parameters(
            paramLabel = "PATH",
            converter = SavepointLocation.class,
            description = "The savepoint's folder; it is only read.")
    private String path;

    @CommandLine.Option(names = "--user", paramLabel = "ID", required = true, description = "Whom to forget.")
    private String userId;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "NEWPATH",
            converter = SavepointLocation.class,
            required = true,
            description = "Folder of the new savepoint; it may not be there yet.")
    private String out;

    @Override
    public Integer call() throws Exception {
        Forgetting forgetting = new Forgetting(SavedJob.open(path), userId);
        forgetting.write(out);
        forgetting.print(System.out);
        System.out.println("savepoint " + out);
        return CommandLine.ExitCode.OK;
    }
}

package akin.tools.command;

import akin.state.savepoint.SavedJob;
import akin.tools.diff.Difference;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "diff",
        description = {
            "Compares two savepoints, pages, users and all: equal, or which tables and rows differ by how much.",
            "Exit code 0: equal, 1: different or failed, 2: wrong usage."
        },
        mixinStandardHelpOptions = true)
final class SavepointDiffCommand implements Callable<Integer> {
    @CommandLine.Parameters(
            index = "0",
            paramLabel = "A",
            converter = SavepointLocation.class,
            description = "One savepoint's folder.")
    private String first;

    @CommandLine.Parameters(
            index = "1",
            paramLabel = "B",
            converter = SavepointLocation.class,
            description = "The other savepoint's folder.")
    private String second;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        Difference difference = Difference.of(
                SavedJob.open(first), SavedJob.open(second), settings.load().recommender());
        difference.print(System.out);
        return difference.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}

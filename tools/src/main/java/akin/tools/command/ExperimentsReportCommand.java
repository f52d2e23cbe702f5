package akin.tools.command;

import akin.tools.report.ExperimentsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "report",
        description = "Turns what a job wrote of its experiments into one HTML page, and says which arm is better.",
        mixinStandardHelpOptions = true)
public final class ExperimentsReportCommand implements Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "DIR", description = "A folder with experiments.jsonl.")
    private Path folder;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page; experiments.html in the folder when not given.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Path file = out == null ? folder.resolve("experiments.html") : out;
        String page = ExperimentsPage.of(folder);
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new IOException(file + " can't be written: " + e, e);
        }
        ExperimentsPage.verdicts(folder).forEach(System.out::println);
        System.out.println("report: " + file);
        return CommandLine.ExitCode.OK;
    }
}

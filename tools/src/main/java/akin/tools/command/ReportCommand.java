package akin.tools.command;

import akin.tools.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "report",
        description = "Turns folders that demo, replay or evaluate wrote into one HTML page with tables and charts.",
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders written with --out.")
    private List<Path> folders;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page; report.html in the first folder when not given.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Path file = out == null ? folders.get(0).resolve("report.html") : out;
        String page = Page.of(folders);
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new IOException(file + " can't be written: " + e, e);
        }
        System.out.println("report: " + file);
        return CommandLine.ExitCode.OK;
    }
}

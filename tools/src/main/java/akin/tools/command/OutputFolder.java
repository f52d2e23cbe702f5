package akin.tools.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** Where a bounded command leaves its results. */
final class OutputFolder {
    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Folder for metrics.json, rankings.jsonl and what was set aside; made when missing.")
    private Path folder;

    Path make() throws IOException {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("the folder " + folder + " can't be made: " + e, e);
        }
    }
}

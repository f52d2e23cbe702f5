package akin.similar;

import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.settings.UsageException;
import akin.similar.workflow.Folders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Says what a run has made so far. */
@CommandLine.Command(
        name = "status",
        description = "Says what the steps of a run have made so far.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the run.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(out)) {
            throw new UsageException("there is no run in " + out);
        }
        PrintWriter to = spec.commandLine().getOut();
        Folders folders = new Folders(out);
        to.printf("%-24s %6s %14s %10s%n", "step", "parts", "bytes", "seconds");
        for (Path folder : folders.made()) {
            Manifest manifest = Manifest.read(folder);
            if (manifest == null) {
                to.printf("%-24s under way, or ended before all parts were made%n", folders.name(folder));
            } else {
                long bytes = manifest.parts().stream().mapToLong(Part::bytes).sum();
                double seconds =
                        manifest.parts().stream().mapToLong(Part::millis).sum() / 1000.0;
                to.printf(
                        "%-24s %6d %,14d %10.1f%n",
                        folders.name(folder), manifest.parts().size(), bytes, seconds);
            }
        }
        to.flush();
        return 0;
    }
}

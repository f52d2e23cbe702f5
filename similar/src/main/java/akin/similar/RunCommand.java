package akin.similar;

import akin.similar.configuration.ApplicationSettings;
import akin.similar.configuration.SimilarSettings;
import akin.similar.files.Manifest;
import akin.similar.settings.UsageException;
import akin.similar.workflow.Folders;
import akin.similar.workflow.RunLock;
import akin.similar.workflow.Workflow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Runs the workflow. */
@CommandLine.Command(
        name = "run",
        description = "Finds similar products of a whole catalogue; goes on where an earlier run ended.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Configuration laid over the defaults (conf/similar.yaml lists every key).")
    private Path conf;

    @CommandLine.Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One key of the configuration; may be repeated, wins over the file.")
    private List<String> assignments = new ArrayList<>();

    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of all results.")
    private Path out;

    @CommandLine.Option(
            names = "--only",
            paramLabel = "APPLICATION",
            split = ",",
            description = "Runs some of the applications.")
    private List<String> only = new ArrayList<>();

    @CommandLine.Option(
            names = "--from-step",
            paramLabel = "STEP",
            description =
                    "Makes again what this step and those after it make: catalogue, embed, compound, mine, train, siamese, "
                            + "index, query, filter, publish.")
    private String fromStep;

    @Override
    public Integer call() throws Exception {
        SimilarSettings settings = SimilarSettings.load(conf, assignments);
        List<ApplicationSettings> applications = chosen(settings);
        if (fromStep != null && !Folders.STEPS.contains(fromStep)) {
            throw new UsageException("--from-step " + fromStep + ": there are " + String.join(", ", Folders.STEPS));
        }
        try (RunLock lock = RunLock.of(out)) {
            if (fromStep != null) {
                new Folders(out).forget(fromStep);
            }
            new Workflow(settings, out, new Teller(spec.commandLine().getOut())).run(applications);
        }
        return 0;
    }

    private List<ApplicationSettings> chosen(SimilarSettings settings) {
        List<String> names =
                settings.applications().stream().map(ApplicationSettings::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new UsageException("--only " + name + ": there are " + String.join(", ", names));
            }
        }
        return settings.applications().stream()
                .filter(application -> only.isEmpty() || only.contains(application.name()))
                .toList();
    }

    /** Says on a terminal how far a step is, and a line per step at its end. */
    private record Teller(PrintWriter out) implements Workflow.Told {
        private static final int BAR = 30;

        @Override
        public void progress(String step, int done, int all) {
            if (System.console() != null) {
                int full = all == 0 ? BAR : BAR * done / all;
                out.printf("\r%-24s [%s%s] %d/%d", step, "#".repeat(full), ".".repeat(BAR - full), done, all);
                out.flush();
            }
        }

        @Override
        public void step(String step, Manifest manifest) {
            if (System.console() != null) {
                out.print("\r\u001b[K");
            }
            String counts = manifest.counts().entrySet().stream()
                    .map(count ->
                            "%,d %s".formatted(count.getValue(), count.getKey().replace('_', ' ')))
                    .collect(Collectors.joining(", "));
            out.printf("%-24s %s%n", step, counts);
            out.flush();
        }

        @Override
        public void note(String note) {
            out.println(note);
            out.flush();
        }
    }
}

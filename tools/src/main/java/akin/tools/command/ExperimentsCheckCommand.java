package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.jobs.config.ConfigurationException;
import akin.jobs.config.ExperimentsReader;
import akin.models.experiment.ChangesCheck;
import akin.models.experiment.Definitions;
import akin.models.experiment.Known;
import akin.models.settings.InvalidSettingsException.Invalid;
import akin.tools.experiments.Explanation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;

@CommandLine.Command(
        name = "check",
        description = "Checks definitions of experiments as a whole, and explains who would get what.",
        mixinStandardHelpOptions = true)
public final class ExperimentsCheckCommand implements Callable<Integer> {
    @CommandLine.Parameters(paramLabel = "FILE", description = "Definitions, YAML or JSON.")
    private Path file;

    @CommandLine.Option(
            names = "--running",
            paramLabel = "FILE",
            description = "The definitions that run now: checks that the step from them moves nobody between arms.")
    private Path running;

    @CommandLine.Option(
            names = "--user",
            paramLabel = "ID",
            description = "Explains what this user gets; may be repeated.")
    private List<String> users = List.of();

    @CommandLine.Option(
            names = "--at",
            paramLabel = "TIME",
            description = "At this time, such as 2026-01-31T12:00:00Z; without it, at the start of each experiment.")
    private Instant at;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() {
        AkinSettings loaded = settings.load();
        Known known = ExperimentsReader.known(loaded);
        Definitions definitions = ExperimentsReader.file(file, known);
        if (running != null) {
            List<Invalid> problems = ChangesCheck.problems(ExperimentsReader.file(running, known), definitions);
            if (!problems.isEmpty()) {
                throw new ConfigurationException(problems.stream()
                        .map(Invalid::toString)
                        .collect(Collectors.joining("\n", "these definitions can't follow " + running + ":\n", "")));
            }
        }
        Explanation explanation =
                new Explanation(definitions, loaded.recommender().placements(), at == null ? null : at.toEpochMilli());
        System.out.print(explanation.text());
        users.forEach(user -> System.out.print(explanation.of(user)));
        return CommandLine.ExitCode.OK;
    }
}

package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.models.attribution.Windows;
import akin.tools.experiments.WhatIfs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "whatif",
        description = "Estimates what clicks a ranker would have had that was not shown.",
        mixinStandardHelpOptions = true)
public final class ExperimentsWhatifCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--shown",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the rankings.jsonl that shoppers saw, of an experiment with `pairs`.")
    private Path shown;

    @CommandLine.Option(
            names = "--instead",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the rankings.jsonl of a replay of the same events by the other ranker.")
    private Path instead;

    @CommandLine.Option(
            names = "--placement",
            paramLabel = "NAME",
            description = "Whose rankings count; without it, all.")
    private String placement;

    @CommandLine.Mixin
    private RecordedLog log;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        AkinSettings loaded = settings.load();
        Windows windows = new Windows(loaded.experiments().attribution());
        System.out.print(
                WhatIfs.text(shown, instead, placement, log.open(loaded).open(), windows));
        return CommandLine.ExitCode.OK;
    }
}

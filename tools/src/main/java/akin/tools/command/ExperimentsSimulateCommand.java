package akin.tools.command;

import akin.tools.experiments.SimulationSettings;
import akin.tools.experiments.Simulations;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "simulate",
        description =
                "Runs whole experiments on simulated shoppers, through the attribution and statistics of the stream.",
        mixinStandardHelpOptions = true)
public final class ExperimentsSimulateCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "200",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "How many experiments.")
    private int runs;

    @CommandLine.Option(
            names = "--effect",
            paramLabel = "SHARE",
            defaultValue = "0",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "What the treatment adds to add-to-cart, relative: 0.1 is +10 %%.")
    private double effect;

    @CommandLine.Option(
            names = "--split",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Share of the users that come to the treatment, where one half should.")
    private double split;

    @CommandLine.Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "0",
            description = "Most users of a run; 0: 10,000 without effect, else three times what a fixed test needs.")
    private int users;

    @CommandLine.Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "100",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Users between two looks.")
    private int every;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Of all draws.")
    private long seed;

    @CommandLine.Option(
            names = "--rankers",
            description = "Compares two rankers instead, one a little better, by A/B tests and by interleaved lists.")
    private boolean rankers;

    @CommandLine.Mixin
    private OutputFolder out;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        OptionRanges ranges = new OptionRanges(spec);
        ranges.require(runs >= 1 && runs <= 1_000_000, "--runs", runs, "a whole number from 1 to 1000000");
        ranges.require(effect > -1 && effect <= 1, "--effect", effect, "a number above -1 and up to 1");
        ranges.require(split > 0 && split < 1, "--split", split, "a number between 0 and 1");
        ranges.require(users == 0 || users >= 200, "--users", users, "0, or a whole number from 200 on");
        ranges.require(every >= 1, "--every", every, "a whole number from 1 on");
        Path folder = out.make();
        Path written = rankers
                ? Simulations.rankers(runs, seed, folder, System.out)
                : Simulations.experiments(
                        new SimulationSettings(runs, effect, split, users, every, seed), folder, System.out);
        System.out.println("simulation: " + written);
        return CommandLine.ExitCode.OK;
    }
}

package akin.tools.command;

import akin.models.statistics.Power;
import java.util.concurrent.Callable;
import picocli.CommandLine;

@CommandLine.Command(
        name = "plan",
        description = "Says how many users and days an experiment takes.",
        mixinStandardHelpOptions = true)
public final class ExperimentsPlanCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--baseline",
            paramLabel = "MEAN",
            required = true,
            description = "What the metric is now: a share of users, or a mean per user.")
    private double baseline;

    @CommandLine.Option(
            names = "--deviation",
            paramLabel = "SD",
            description = "Standard deviation of a user's number; without it, the baseline is a share of users.")
    private Double deviation;

    @CommandLine.Option(
            names = "--effect",
            paramLabel = "SHARE",
            required = true,
            description = "The smallest effect that matters, relative: 0.05 is +5 %%.")
    private double effect;

    @CommandLine.Option(
            names = "--alpha",
            paramLabel = "P",
            defaultValue = "0.05",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Chance of a decision without an effect.")
    private double alpha;

    @CommandLine.Option(
            names = "--power",
            paramLabel = "P",
            defaultValue = "0.8",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Chance to find the effect.")
    private double power;

    @CommandLine.Option(
            names = "--share",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Share of the users that get the treatment, of those in both arms.")
    private double share;

    @CommandLine.Option(
            names = "--correlation",
            paramLabel = "R",
            defaultValue = "0",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS,
            description = "Of the metric with the users' activity before: what CUPED makes of it.")
    private double correlation;

    @CommandLine.Option(names = "--users-per-day", paramLabel = "N", description = "New users a day in both arms.")
    private Double perDay;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        OptionRanges ranges = new OptionRanges(spec);
        ranges.require(effect != 0 && Math.abs(effect) <= 10, "--effect", effect, "a number from -10 to 10 but 0");
        ranges.require(alpha > 0 && alpha < 1, "--alpha", alpha, "a number between 0 and 1");
        ranges.require(power > 0 && power < 1, "--power", power, "a number between 0 and 1");
        ranges.require(share > 0 && share < 1, "--share", share, "a number between 0 and 1");
        ranges.require(Math.abs(correlation) < 1, "--correlation", correlation, "a number between -1 and 1");
        ranges.require(
                perDay == null || perDay > 0, "--users-per-day", perDay == null ? 0 : perDay, "a number above 0");
        boolean isShare = deviation == null;
        ranges.require(
                baseline > 0 && (!isShare || baseline < 1), "--baseline", baseline, "above 0, and a share below 1");
        ranges.require(isShare || deviation > 0, "--deviation", isShare ? 0 : deviation, "a number above 0");
        double variance = isShare ? baseline * (1 - baseline) : deviation * deviation;
        double left = variance * (1 - correlation * correlation);
        Power plan = new Power(alpha, power);
        double absolute = Math.abs(effect * baseline);
        print("a test at one fixed time", plan.fixed(absolute, left, share));
        print("the confidence sequence, looked at at will", plan.sequential(absolute, left, share));
        return CommandLine.ExitCode.OK;
    }

    private void print(String what, double users) {
        String days = perDay == null ? "" : String.format(", %.1f days", users / perDay);
        System.out.printf("%-44s %,12.0f users in both arms%s%n", what, Math.ceil(users), days);
    }
}

package akin.bench.hostile;

import akin.jobs.config.AkinSettings;
import akin.tools.simulation.ShopSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "hostile",
        description =
                "Runs the whole job in this JVM over a day of events, some of them hostile, and tells whether anything"
                        + " is lost and whether memory and what waits stay flat.",
        mixinStandardHelpOptions = true)
public final class HostileCommand implements Callable<Integer> {
    @Option(names = "--hours", defaultValue = "24", description = "Of event time.")
    private int hours;

    @Option(names = "--minutes", defaultValue = "10", description = "By the clock; 0: as fast as it goes.")
    private int minutes;

    @Option(names = "--shop-rate", defaultValue = "12", description = "Events per second of event time.")
    private double shopRate;

    @Option(names = "--items", defaultValue = "5000", description = "In the shop's catalogue.")
    private int items;

    @Option(names = "--users", defaultValue = "20000", description = "Who come again and again.")
    private int users;

    @Option(
            names = "--share",
            defaultValue = "0.01",
            description = "Hostile messages beside each of the shop's events.")
    private double share;

    @Option(names = "--bot-events", defaultValue = "100000", description = "Views of one bot, in a burst each hour.")
    private int botEvents;

    @Option(names = "--samples", defaultValue = "12", description = "How often memory and what waits are looked at.")
    private int samples;

    @Option(names = "--seed", defaultValue = "1", description = "Of the shop and of what is hostile.")
    private long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One key of the configuration; may be repeated.")
    private List<String> given = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        HostileSettings hostile = new HostileSettings(
                ShopSettings.load(seed, items, users, shopRate),
                Duration.ofHours(hours),
                Duration.ofMinutes(minutes),
                share,
                botEvents);
        AkinSettings settings = AkinSettings.load(null, given);
        System.out.printf(
                "%d hours of event time in %d minutes, %,.0f events an hour, %.1f %% hostile, %,d of a bot, %,d items, %s%n",
                hours,
                minutes,
                3600 * shopRate,
                100 * share,
                botEvents,
                items,
                given.isEmpty() ? "default settings" : String.join(" ", given));
        System.out.println(Sample.HEADER);
        HostileRun.Outcome outcome = new HostileRun(settings, hostile).run(samples, System.out::println);
        System.out.println(told(outcome));
        boolean kept = outcome.lost() == 0 && outcome.lettersLost() == 0 && outcome.missing() == 0 && outcome.isFlat();
        return kept ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String told(HostileRun.Outcome outcome) {
        return String.format(
                "restarts 0, messages lost %,d, dead letters lost %,d, rankings missing %,d, inputs that failed %,d, beyond a"
                        + " ceiling %,d; %s",
                outcome.lost(),
                outcome.lettersLost(),
                outcome.missing(),
                outcome.total("failures"),
                outcome.total("over_waiting"),
                outcome.isFlat() ? "flat" : "NOT FLAT");
    }
}

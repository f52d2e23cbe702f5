package akin.bench.faults;

import akin.cluster.Cluster;
import akin.cluster.ClusterFolder;
import akin.cluster.ClusterSettings;
import akin.cluster.Home;
import akin.cluster.Ports;
import akin.tools.simulation.ShopSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "faults",
        description =
                "Breaks a cluster of several JVMs under load, each time in another way, and tells what became of the"
                        + " rankings and of the model.",
        mixinStandardHelpOptions = true)
public final class FaultsCommand implements Callable<Integer> {
    @Option(names = "--only", split = ",", description = "Names of faults; else all.")
    private List<String> only;

    @Option(names = "--events", defaultValue = "200000", description = "Of each run.")
    private int events;

    @Option(names = "--items", defaultValue = "2000", description = "In the shop's catalogue.")
    private int items;

    @Option(names = "--users", defaultValue = "20000", description = "Who come again and again.")
    private int users;

    @Option(names = "--rate", defaultValue = "2000", description = "Events per second.")
    private double rate;

    @Option(names = "--stop-seconds", defaultValue = "60", description = "How long a stopped TaskManager stands still.")
    private int stopSeconds;

    @Option(names = "--delivery", defaultValue = "at-least-once", description = "Or exactly-once.")
    private String delivery;

    @Option(names = "--memory", defaultValue = "2g", description = "Of each of the two TaskManagers.")
    private String memory;

    @Option(names = "--seed", defaultValue = "1", description = "Of the shop.")
    private long seed;

    @Option(names = "--dir", defaultValue = "out/faults", description = "Each time a cluster in a new folder in it.")
    private Path folder;

    @Option(names = "-D", paramLabel = "KEY=VALUE", description = "A setting of Flink; may be repeated.")
    private Map<String, String> flink = Map.of();

    @Option(names = "--set", description = "A key of the configuration; may be repeated.")
    private List<String> assignments = List.of();

    @Override
    public Integer call() throws Exception {
        FaultSettings settings = new FaultSettings(
                ShopSettings.load(seed, items, users, rate),
                events,
                Duration.ofSeconds(stopSeconds),
                delivery,
                assignments);
        List<Fault> faults = only == null
                ? Arrays.asList(Fault.values())
                : only.stream().map(Fault::of).toList();
        Home home = Home.ofLauncher();
        Cluster cluster = new Cluster(
                new ClusterFolder(Files.createTempDirectory(Files.createDirectories(folder), "cluster")), home);
        Map<String, String> all = new HashMap<>(Scrape.REPORTER);
        all.putAll(flink);
        ClusterSettings started = new ClusterSettings(2, 2, memory, Ports.free(), Ports.free(), all);
        boolean kept = new FaultRuns(cluster, home, settings, System.out).print(started, faults);
        return kept ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}

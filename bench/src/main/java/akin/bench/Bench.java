package akin.bench;

import akin.bench.faults.FaultsCommand;
import akin.bench.hostile.HostileCommand;
import akin.jobs.config.AkinSettings;
import akin.models.recommender.Components;
import akin.tools.command.Failures;
import akin.tools.simulation.ShopSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.util.FileUtils;
import picocli.CommandLine;

/** Akin's benchmarks; docs/benchmarks.md has the results and how to read them. */
@CommandLine.Command(
        name = "bench",
        description = "Measures Akin on this machine.",
        subcommands = {FaultsCommand.class, HostileCommand.class},
        mixinStandardHelpOptions = true)
public final class Bench implements Runnable {
    private static final double[] VISITED = {0.001, 0.01, 0.1};
    private static final int IN_A_ROW = 16;
    private static final String NO_QUALITY = "quality.enabled=false";
    private static final String ON_ROCKSDB = "checkpoints.state_backend=rocksdb";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which benchmark? see bench --help");
    }

    @CommandLine.Command(
            description = "Throughput of the whole job, or latency at a rate.",
            mixinStandardHelpOptions = true)
    int load(
            @CommandLine.Option(names = "--events", defaultValue = "1000000") int events,
            @CommandLine.Option(names = "--items", defaultValue = "100000") int items,
            @CommandLine.Option(names = "--users", defaultValue = "200000") int users,
            @CommandLine.Option(
                            names = "--shop-rate",
                            defaultValue = "20000",
                            description = "Events per second of event time.")
                    double shopRate,
            @CommandLine.Option(
                            names = "--rate",
                            defaultValue = "0",
                            description = "Events per second offered; 0: all.")
                    double rate,
            @CommandLine.Option(names = "--runs", defaultValue = "1") int runs,
            @CommandLine.Option(names = "--checkpoints") boolean checkpoints,
            @CommandLine.Option(names = "--profile", description = "Tell where the time goes, by stage.")
                    boolean profile,
            @CommandLine.Option(names = "--seed", defaultValue = "1") long seed,
            @CommandLine.Mixin WarmOptions warm,
            @CommandLine.Mixin Assignments set)
            throws Exception {
        AkinSettings settings = set.load();
        ShopSettings shop = ShopSettings.load(seed, items, users, shopRate);
        String from = warm.savepoint(set, shop);
        Load.prepare(shop, warm.events(), events);
        System.out.printf("%,d events%s, %,d items, %,d users, seed %d, %s%n", events, warm, items, users, seed, set);
        for (int run = 0; run < runs; run++) {
            try (Profile sampled = profile ? new Profile() : null) {
                print(Load.run(settings, from, rate, checkpoints));
                if (profile) {
                    System.out.print(sampled.end());
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static void print(Load.Result result) {
        System.out.printf(
                "%,9.0f events/s, %,d rankings, %,d bytes each; latency ms: p50 %.2f, p99 %.2f, p99.9 %.2f, max %.1f%n",
                result.eventsPerSecond(),
                result.rankings(),
                result.bytes() / Math.max(1, result.rankings()),
                result.latencyMillis(0.5),
                result.latencyMillis(0.99),
                result.latencyMillis(0.999),
                result.latencyMillis(1));
    }

    @CommandLine.Command(
            description = "Bytes and pauses of a checkpoint by the share of items visited since the last: means of "
                    + IN_A_ROW + " in a row, and the longest pause.",
            mixinStandardHelpOptions = true)
    int checkpoints(
            @CommandLine.Option(names = "--items", defaultValue = "200000") int items,
            @CommandLine.Option(names = "--seed", defaultValue = "1") long seed,
            @CommandLine.Mixin Assignments set)
            throws Exception {
        AkinSettings settings = set.load(NO_QUALITY, ON_ROCKSDB);
        for (boolean scattered : new boolean[] {false, true}) {
            System.out.printf(
                    "%,d items, %s, seed %d, %s%n", items, scattered ? "scattered" : "side by side", seed, set);
            System.out.printf(
                    "%8s %14s %14s %14s %14s %10s %12s%n",
                    "visited", "changed", "in pages", "checkpoint", "all", "longest ms", "snapshot ms");
            Path folder = Files.createTempDirectory("akin-checkpoints");
            try (CheckpointBytes shard = new CheckpointBytes(settings, items, seed, folder, true)) {
                checkpoints(shard, items, scattered);
            } finally {
                FileUtils.deleteDirectory(folder.toFile());
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @CommandLine.Command(
            description =
                    "One shard of many items: seconds to fill it, its memory, a first, a small and a restored checkpoint.",
            mixinStandardHelpOptions = true)
    int shard(
            @CommandLine.Option(names = "--items", defaultValue = "1000000") int items,
            @CommandLine.Option(names = "--seed", defaultValue = "1") long seed,
            @CommandLine.Mixin Assignments set)
            throws Exception {
        AkinSettings settings = set.load(NO_QUALITY, ON_ROCKSDB, "catalog.max_items=" + items);
        Path folder = Files.createTempDirectory("akin-shard");
        try (CheckpointBytes shard = new CheckpointBytes(settings, items, seed, folder, false)) {
            System.out.printf("%,d items, seed %d, %s%n", items, seed, set);
            long start = System.nanoTime();
            shard.visit(items, false);
            System.out.printf(
                    "every item visited once in %.0f s; heap %,d MB%n", (System.nanoTime() - start) / 1e9, heap());
            print("first checkpoint", shard.checkpoint());
            System.out.printf("restored in %.1f s%n", shard.restore());
            shard.visit(50_000, true);
            print("after 50,000 scattered visits", shard.checkpoint());
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
        return CommandLine.ExitCode.OK;
    }

    private static void print(String name, CheckpointBytes.Taken taken) {
        System.out.printf(
                "%s: %,d of %,d bytes; pages written in %.0f ms, snapshot %.0f ms%n",
                name, taken.bytes(), taken.totalBytes(), taken.flushMillis(), taken.snapshotMillis());
    }

    /** Megabytes in use after a collection. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static void checkpoints(CheckpointBytes shard, int items, boolean scattered) throws Exception {
        shard.visit(items, false);
        shard.changed();
        shard.checkpoint();
        for (double share : VISITED) {
            CheckpointSums sums = new CheckpointSums();
            for (int i = 0; i < IN_A_ROW; i++) {
                shard.visit((int) (items * share), scattered);
                sums.add(shard.checkpoint(), shard.changed());
            }
            System.out.printf("%7.1f%% %s%n", 100 * share, sums);
        }
    }

    @CommandLine.Command(
            description =
                    "Nanoseconds of the kernels on rows of 64 floats and GFLOP/s of matrix products, with SIMD and without.",
            mixinStandardHelpOptions = true)
    int kernels() throws Exception {
        KernelRuns.print();
        return CommandLine.ExitCode.OK;
    }

    @CommandLine.Command(
            description = "Examples a second of each learner, and microseconds to rank 200 candidates.",
            mixinStandardHelpOptions = true)
    int learners(
            @CommandLine.Option(names = "--items", defaultValue = "100000") int items,
            @CommandLine.Option(names = "--examples", defaultValue = "1000000") int examples,
            @CommandLine.Option(names = "--runs", defaultValue = "3") int runs,
            @CommandLine.Option(names = "--only", split = ",", description = "Learners; else all.") List<String> only,
            @CommandLine.Option(names = "--seed", defaultValue = "1") long seed) {
        LearnerRuns.print(only == null ? Components.learners() : only, items, examples, runs, seed);
        return CommandLine.ExitCode.OK;
    }

    @CommandLine.Command(
            name = "two-stage",
            description = "Requests a second for candidates from similar sessions, and microseconds to rank 100 again.",
            mixinStandardHelpOptions = true)
    int twoStage(
            @CommandLine.Option(names = "--sessions", defaultValue = "1000000") int sessions,
            @CommandLine.Option(names = "--items", defaultValue = "100000") int items,
            @CommandLine.Option(names = "--visits", defaultValue = "200000") int visits,
            @CommandLine.Option(names = "--candidates", defaultValue = "100") int candidates,
            @CommandLine.Option(names = "--seed", defaultValue = "1") long seed) {
        TwoStageRuns.similarSessions(sessions, items, seed);
        TwoStageRuns.reranking(visits, items, candidates, seed);
        return CommandLine.ExitCode.OK;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler(new Failures())
                .execute(args));
    }
}

package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.shard.ShardSettings;
import akin.tools.logs.LogFormat;
import akin.tools.logs.MessageIterator;
import akin.tools.replay.RunMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;

@CommandLine.Command(
        name = "evaluate",
        description = "Learns on train in one pass, then ranks the whole catalogue at every test position.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private FormatOption format;

    @CommandLine.Option(names = "--train", paramLabel = "PATH", required = true, arity = "1..*")
    private List<Path> train;

    @CommandLine.Option(names = "--test", paramLabel = "PATH", required = true, arity = "1..*")
    private List<Path> test;

    @CommandLine.Option(names = "--learn-on-test", description = "Learn each test event after it was ranked.")
    private boolean learnOnTest;

    @CommandLine.Mixin
    private OutputFolder out;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        // The figures are of the full ranking: pools and rankings on the way would only cost time.
        AkinSettings loaded =
                settings.load("quality.enabled=false", "sessions.rank_views=false", "catalog.idle_expiry=3650d");
        Path folder = out.make();
        LogFormat log = format.chosen();
        PlainLoop loop = new PlainLoop(loaded.sessions(), loaded.recommender(), ShardSettings.ONE);
        Map<String, Long> counts = new TreeMap<>();
        read(log, train, message -> add(message, loop, counts));
        loop.run(ranking -> {});
        Evaluation evaluation = new Evaluation(
                loop.shard(0), loaded.sessions().gap(), loaded.sessions().window());
        read(log, test, message -> {
            evaluation.add(message);
            if (learnOnTest) {
                evaluation.rank();
                loop.add(message);
                loop.run(ranking -> {});
            }
        });
        evaluation.rank();
        counts.put("visits", loop.shard(0).visits());
        counts.put("positions", evaluation.positions());
        double seconds = (System.nanoTime() - start) / 1e9;
        RunMetrics metrics = new RunMetrics(counts, seconds, loop.reports(), evaluation.figures());
        metrics.write(folder);
        print(metrics);
        return CommandLine.ExitCode.OK;
    }

    private static void read(LogFormat format, List<Path> files, Consumer<Message> to) throws IOException {
        try (MessageIterator messages = format.open(files)) {
            messages.forEachRemaining(to);
        }
    }

    private static void add(Message message, PlainLoop loop, Map<String, Long> counts) {
        loop.add(message);
        if (message.event() != null) {
            counts.merge("events", 1L, Long::sum);
        } else if (message.item() != null) {
            counts.merge("items", 1L, Long::sum);
        } else if (message.deadLetter() != null) {
            counts.merge("dead_letters", 1L, Long::sum);
        }
    }

    private static void print(RunMetrics metrics) {
        System.out.printf(
                "learned %,d events, ranked %,d test positions in %.1f s%n",
                metrics.count("events"), metrics.count("positions"), metrics.seconds());
        System.out.printf("%-18s %10s %8s %8s%n", "ranker", "recall@20", "mrr@20", "ndcg@20");
        metrics.evaluation()
                .forEach((ranker, figures) -> System.out.printf(
                        "%-18s %9.1f%% %7.1f%% %7.1f%%%n",
                        ranker,
                        100 * figures.get("recall@20"),
                        100 * figures.get("mrr@20"),
                        100 * figures.get("ndcg@20")));
    }
}

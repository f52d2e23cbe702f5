package akin.tools.command;

import akin.jobs.config.AkinSettings;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.models.recommender.ComponentType;
import akin.models.recommender.Components;
import akin.models.shard.ShardSettings;
import akin.tools.logs.LogProgress;
import akin.tools.logs.RecordedFiles;
import akin.tools.replay.DeadLetterFile;
import akin.tools.replay.RunMetrics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;

@CommandLine.Command(
        name = "evaluate",
        description = "Learns on train in one pass, then ranks the whole catalogue at every test position.",
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    private static final List<String> COMPARED =
            List.of("sequence", "session-knn", "session", "personalized-items", "cre");

    @CommandLine.Mixin
    private LogOptions options;

    @CommandLine.Option(
            names = "--train",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files that are learned, plain or gzip.")
    private List<Path> train;

    @CommandLine.Option(
            names = "--test",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Files of the sessions in which the next item is ranked, plain or gzip.")
    private List<Path> test;

    @CommandLine.Option(names = "--learn-on-test", description = "Learn each test event after it was ranked.")
    private boolean learnOnTest;

    @CommandLine.Option(
            names = "--all",
            description = "Compare every ranker there is: also stamp, narm, and the re-rankers of one generator.")
    private boolean all;

    @CommandLine.Option(
            names = "--rankers",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Rank by these only, which saves most of the time that ranking takes; else by all that are on.")
    private Set<String> rankers = Set.of();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private OutputFolder out;

    @CommandLine.Mixin
    private SettingsOptions settings;

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        AkinSettings loaded = load();
        RecordedFiles trainLog = options.log(train, loaded);
        RecordedFiles testLog = options.log(test, loaded);
        PlainLoop loop = new PlainLoop(loaded.sessions(), loaded.recommender(), ShardSettings.ONE);
        List<String> compared = compared(loop.shard(0).rankers());
        Path folder = out.make();
        EvaluatedPart learned = new EvaluatedPart("train");
        EvaluatedPart ranked = new EvaluatedPart("test");
        Evaluation evaluation;
        try (DeadLetterFile letters = new DeadLetterFile(folder)) {
            learned.read(trainLog, LogProgress.NONE, letters, loop::add);
            loop.run(ranking -> {});
            evaluation = new Evaluation(
                    loop.shard(0), loaded.sessions().gap(), loaded.sessions().window(), compared);
            ranked.read(testLog, learned.progress(), letters, message -> rank(message, evaluation, loop));
            evaluation.rank();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        RunMetrics metrics = new RunMetrics(
                counts(learned, ranked, loop, evaluation), seconds, loop.reports(), evaluation.figures());
        metrics.write(folder);
        print(metrics);
        return finish(List.of(learned, ranked));
    }

    private AkinSettings load() {
        // The figures are of the full ranking: rankings and their quality on the way would only cost time.
        List<String> presets = new ArrayList<>(
                List.of("quality.enabled=false", "sessions.rank_views=false", "catalog.idle_expiry=3650d"));
        if (all) {
            presets.add("embedding.learners=" + Components.learners());
        }
        presets.add("components=" + components(settings.load(presets.toArray(String[]::new))));
        return settings.load(presets.toArray(String[]::new));
    }

    /** Those that are compared, as far as what they need is on. */
    private List<String> components(AkinSettings with) {
        List<String> compared = all ? Components.others() : COMPARED;
        List<String> on = Stream.concat(
                        with.recommender().components().stream().map(ComponentType::id), compared.stream())
                .toList();
        return compared.stream()
                .filter(id -> Components.missing(id, on).isEmpty())
                .toList();
    }

    private List<String> compared(List<String> on) {
        List<String> unknown =
                rankers.stream().filter(name -> !on.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--rankers: " + unknown + " are not on; on are " + on);
        }
        return rankers.isEmpty() ? on : on.stream().filter(rankers::contains).toList();
    }

    private void rank(Message message, Evaluation evaluation, PlainLoop loop) {
        evaluation.add(message);
        if (learnOnTest) {
            evaluation.rank();
            loop.add(message);
            loop.run(ranking -> {});
        }
    }

    private static Map<String, Long> counts(
            EvaluatedPart learned, EvaluatedPart ranked, PlainLoop loop, Evaluation evaluation) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("events", learned.events());
        counts.put("items", learned.items());
        counts.put("test_events", ranked.events());
        counts.put("dead_letters", learned.deadLetters() + ranked.deadLetters());
        counts.put("visits", loop.shard(0).visits());
        counts.put("positions", evaluation.positions());
        return counts;
    }

    /** Says what was set aside, and in the last line when that is most of train or test. */
    private int finish(List<EvaluatedPart> parts) {
        for (EvaluatedPart part : parts) {
            if (part.deadLetters() > 0) {
                System.out.printf(
                        "set aside of %s: %,d lines, %s has the reasons%n",
                        part.name(), part.deadLetters(), DeadLetterFile.NAME);
            }
        }
        int code = CommandLine.ExitCode.OK;
        for (EvaluatedPart part : parts) {
            code = Math.max(code, part.losses().tell(System.out, options.acceptsLosses()));
        }
        return code;
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

package akin.similar.longtail;

import akin.models.als.AlsModel;
import akin.models.als.AlsSettings;
import akin.models.als.AlsSettings.Regularization;
import akin.models.als.Feedback;
import akin.models.als.Solver;
import akin.models.als.Workers;
import akin.models.event.Printable;
import akin.models.longtail.ContentSettings;
import akin.similar.catalogue.Catalogue;
import akin.similar.catalogue.CatalogueFile;
import akin.similar.figures.MetricsFile;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Factorises what users took, and foretells behaviour from content. */
@CommandLine.Command(
        name = "als",
        description =
                "Learns vectors of users and items by alternating least squares, and those of rare items from content.",
        mixinStandardHelpOptions = true)
public final class AlsCommand implements Callable<Integer> {
    private static final int INPUTS = 1024;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "--format",
            required = true,
            description =
                    "user-sequences: a line per user, id and items by time. events: csv or tsv with a header line.")
    private String format;

    @CommandLine.Option(names = "--data", required = true, description = "What users took, gzip or plain.")
    private Path data;

    @CommandLine.Option(names = "--items", description = "A catalogue with titles: csv or tsv with a header line.")
    private Path items;

    @CommandLine.Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "The column of events that holds the user, item, time or type; guessed otherwise.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @CommandLine.Option(
            names = "--weight",
            paramLabel = "TYPE=NUMBER",
            description = "How much an event of a type counts; 1 where it is not named.")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @CommandLine.Option(names = "--leave-one-out", description = "Rank each user's last item, and say how well.")
    private boolean leaveOneOut;

    @CommandLine.Option(names = "--out", required = true, description = "The folder to write to.")
    private Path out;

    @CommandLine.Option(names = "--rank", defaultValue = "64", description = "Numbers in a vector (${DEFAULT-VALUE}).")
    private int rank;

    @CommandLine.Option(names = "--rounds", defaultValue = "6", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @CommandLine.Option(
            names = "--confidence",
            defaultValue = "50",
            description = "Of a unit of weight (${DEFAULT-VALUE}).")
    private double confidence;

    @CommandLine.Option(
            names = "--lambda",
            defaultValue = "100",
            description = "Regularization (${DEFAULT-VALUE}); --leave-one-out chooses another on the validation.")
    private double lambda;

    @CommandLine.Option(
            names = "--by-degree",
            description = "Regularize by the number of interactions, as for ratings is usual.")
    private boolean byDegree;

    @CommandLine.Option(names = "--explicit", description = "Weights are ratings.")
    private boolean explicit;

    @CommandLine.Option(
            names = "--solver",
            defaultValue = "cholesky",
            description = "cholesky or conjugate-gradients (${DEFAULT-VALUE}).")
    private String solver;

    @CommandLine.Option(
            names = "--least-interactions",
            defaultValue = "5",
            description = "Of an item whose vector content is learned to foretell (${DEFAULT-VALUE}).")
    private int leastInteractions;

    @CommandLine.Option(
            names = "--flink",
            description =
                    "Factorize on Flink in BATCH mode, by blocks in the folder of --out, and go on where it was ended.")
    private boolean flink;

    @CommandLine.Option(names = "--threads", description = "Threads; all cores by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws Exception {
        if (flink && leaveOneOut) {
            throw new UsageException("--flink and --leave-one-out: one of them at a time");
        }
        LongTailSettings settings = settings();
        UserSequences sequences = new UserSequences();
        Map<String, Object> metrics = new LinkedHashMap<>();
        read(sequences, metrics);
        metrics.put("users", sequences.users());
        metrics.put("items", sequences.items());
        Content content = new Content(
                Terms.of(sequences.items(), sequences::product, true),
                Terms.of(sequences.items(), sequences::product, false));
        Workers workers = new Workers(threads);
        Behaviour behaviour;
        if (flink) {
            Histories histories = Histories.whole(sequences);
            AlsModel als = new BatchAls(out, settings.als(), histories.interactions(), threads, this::say).run();
            behaviour = new Behaviour(histories, content, als, settings, workers);
        } else if (leaveOneOut) {
            Experiment.Outcome outcome = new Experiment(sequences, content, settings, workers, this::say).run();
            settings = outcome.settings();
            behaviour = outcome.behaviour();
            tell(outcome, metrics);
            Files.createDirectories(out);
            ReportPage.write(out, sequences, behaviour, outcome);
        } else {
            behaviour = new Behaviour(Histories.whole(sequences), content, settings, workers);
        }
        metrics.put("settings", settings);
        metrics.put("losses", behaviour.als().losses());
        metrics.put("content_error", behaviour.error());
        write(sequences, behaviour, settings, metrics);
        return 0;
    }

    private LongTailSettings settings() {
        Solver.Kind kind = switch (solver) {
            case "cholesky" -> Solver.Kind.CHOLESKY;
            case "conjugate-gradients" -> Solver.Kind.CONJUGATE_GRADIENTS;
            default -> throw new UsageException("--solver " + solver + ": must be cholesky or conjugate-gradients");
        };
        AlsSettings als = new AlsSettings(
                rank,
                rounds,
                explicit ? Feedback.EXPLICIT : Feedback.IMPLICIT,
                confidence,
                new Regularization(lambda, byDegree ? 1 : 0),
                new Solver(kind, 3),
                1);
        return new LongTailSettings(als, new ContentSettings(256, 30, 128, 1e-3, 0.2, leastInteractions, 1), 5, INPUTS);
    }

    private void read(UserSequences sequences, Map<String, Object> metrics) throws IOException {
        if (items != null) {
            Catalogue catalogue = new CatalogueFile(items, Map.of()).read();
            sequences.addProducts(catalogue.products());
            metrics.put("catalogue_rows_rejected", catalogue.rejected());
            metrics.put("catalogue_rows_repeated", catalogue.repeated());
        }
        switch (format) {
            case "user-sequences" -> {
                SequenceFile file = new SequenceFile();
                file.read(data, sequences);
                metrics.put("empty_lines", file.emptyLines());
                metrics.put("repeated_items", file.repeated());
            }
            case "events" -> {
                EventFile file = new EventFile(columns, weights);
                file.read(data, sequences);
                metrics.put("bad_rows", file.badRows());
            }
            default -> throw new UsageException("--format " + format + ": must be user-sequences or events");
        }
    }

    private void tell(Experiment.Outcome outcome, Map<String, Object> metrics) {
        metrics.put("users_too_short", outcome.tooShort());
        metrics.put("taken_before", outcome.takenBefore());
        metrics.put("weights", outcome.weights());
        metrics.put("validation", outcome.validation());
        metrics.put("quality", outcome.quality());
        metrics.put("by_interactions", outcome.byInteractions());
        outcome.quality()
                .forEach((ranker, tasks) -> tasks.forEach((task, figures) -> say(String.format(
                        Locale.ROOT,
                        "%-9s %-12s recall@20 %.4f  ndcg@10 %.4f  map %.4f  (%d positions)",
                        ranker,
                        task,
                        figures.recall20(),
                        figures.ndcg10(),
                        figures.map(),
                        figures.positions()))));
    }

    private void write(
            UserSequences sequences, Behaviour behaviour, LongTailSettings settings, Map<String, Object> metrics)
            throws IOException {
        Files.createDirectories(out);
        VectorFiles.writeItems(out, sequences, behaviour, settings.kappa());
        VectorFiles.writeUsers(out, sequences, behaviour.users());
        new MetricsFile(out).write(metrics);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(Printable.of(line));
        spec.commandLine().getOut().flush();
    }
}

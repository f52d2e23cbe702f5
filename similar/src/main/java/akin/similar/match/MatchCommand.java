package akin.similar.match;

import akin.similar.pairs.PairOptions;
import akin.similar.settings.UsageException;
import akin.similar.siamese.SiameseOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Matches the products of two catalogues. */
@CommandLine.Command(
        name = "match",
        description =
                "Learns from labelled pairs which products of two catalogues, or of one, are the same, and measures it.",
        mixinStandardHelpOptions = true)
public final class MatchCommand implements Callable<Integer> {
    private static final int WIDTH = 128;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = "--left",
            paramLabel = "FILE",
            description =
                    "The catalogue to look from: csv or tsv with a header line, gzip or plain. Without catalogues, the files of pairs hold titles.")
    private Path left;

    @CommandLine.Option(names = "--right", paramLabel = "FILE", description = "The catalogue to look at.")
    private Path right;

    @CommandLine.Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "One catalogue instead of two, whose products are compared with each other.")
    private Path catalogue;

    @CommandLine.Option(
            names = "--vectors",
            paramLabel = "FILE",
            description =
                    "Vectors by product id as another input, called behaviour, in the text format of word2vec, such as a space"
                            + " that akin savepoint export writes.")
    private Path vectors;

    @CommandLine.Option(
            names = "--train",
            paramLabel = "FILE",
            required = true,
            description = "Labelled pairs to learn from.")
    private Path train;

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where metrics.json and matches.tsv go.")
    private Path out;

    @CommandLine.Option(
            names = "--left-column",
            paramLabel = "WHAT=NAME",
            description =
                    "The column that holds the id, title, … of the left catalogue; guessed from its name otherwise.")
    private Map<String, String> leftColumns = new LinkedHashMap<>();

    @CommandLine.Option(
            names = "--right-column",
            paramLabel = "WHAT=NAME",
            description = "Likewise of the right catalogue.")
    private Map<String, String> rightColumns = new LinkedHashMap<>();

    @CommandLine.Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "Likewise of both, or of the only one.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @CommandLine.Mixin
    private PairOptions pairs;

    @CommandLine.Mixin
    private SiameseOptions siamese;

    @Override
    public Integer call() throws IOException {
        if ((left == null) != (right == null)) {
            throw new UsageException(
                    "--left and --right belong together: two catalogues, or none where pairs hold titles");
        }
        if (catalogue != null && left != null) {
            throw new UsageException("--catalogue stands instead of --left and --right");
        }
        ProblemReader reader = new ProblemReader(
                catalogue == null ? left : catalogue, right, with(leftColumns), with(rightColumns), pairs.columns());
        Problem problem = reader.read(train, pairs.valid(), pairs.test());
        say(String.format(
                "%,d products, %,d, %,d and %,d pairs",
                problem.products().size(),
                problem.train().pairs().size(),
                problem.valid().pairs().size(),
                problem.test().pairs().size()));
        MatchResult result = new Match(
                        siamese.settings(), WIDTH, vectors, out.resolve("learning"), siamese.everyDepth(), this::say)
                .run(problem);
        new MatchFiles(out).write(result);
        return 0;
    }

    private Map<String, String> with(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(columns);
        all.putAll(own);
        return all;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

package akin.similar.verify;

import akin.similar.figures.MetricsFile;
import akin.similar.figures.PairFigures;
import akin.similar.pairs.Pair;
import akin.similar.pairs.PairFile;
import akin.similar.pairs.PairList;
import akin.similar.pairs.PairOptions;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Measures the embeddings of a run on labelled pairs. */
@CommandLine.Command(
        name = "verify",
        description = "Measures how well the embeddings of a run tell labelled pairs of similar products from others.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final String COMPOUND = "compound";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(names = "--run", paramLabel = "DIR", required = true, description = "Folder of the run.")
    private Path run;

    @CommandLine.Option(
            names = "--application",
            paramLabel = "NAME",
            required = true,
            description = "Application whose compound and Siamese embeddings are measured, beside all features.")
    private String application;

    @CommandLine.Mixin
    private PairOptions labelled;

    @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true, description = "Where metrics.json goes.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(run)) {
            throw new UsageException("there is no run in " + run);
        }
        RunVectors vectors = new RunVectors(run);
        if (!vectors.names(COMPOUND).contains(application)) {
            throw new UsageException("the run in " + run + " has no application " + application + ", it has "
                    + String.join(", ", vectors.names(COMPOUND)));
        }
        PairList validPairs = pairs("valid", labelled.valid(), vectors);
        PairList testPairs = pairs("test", labelled.test(), vectors);
        Map<String, Map<String, Double>> quality = new LinkedHashMap<>();
        for (String feature : vectors.names("embed")) {
            quality.put(feature, figures("embed", feature, vectors, validPairs, testPairs));
        }
        for (String step : List.of(COMPOUND, "siamese")) {
            if (vectors.names(step).contains(application)) {
                quality.put(step, figures(step, application, vectors, validPairs, testPairs));
            }
        }
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("quality", quality);
        metrics.put("pairs", Map.of("valid", validPairs.counts(), "test", testPairs.counts()));
        Files.createDirectories(out);
        new MetricsFile(out).write(metrics);
        return 0;
    }

    private PairList pairs(String name, Path file, RunVectors vectors) throws IOException {
        PairList pairs = new PairFile(file, labelled.columns()).readIds(vectors::row, vectors::row);
        if (pairs.pairs().stream().noneMatch(Pair::isSimilar)) {
            throw new UsageException("--" + name + " " + file
                    + " has no pair of similar products that the catalogue has: " + pairs.unreadable()
                    + " rows can't be read, " + pairs.unknown() + " name unknown products");
        }
        say(String.format(
                "%s: %,d pairs, %,d rows that can't be read, %,d of unknown products",
                name, pairs.pairs().size(), pairs.unreadable(), pairs.unknown()));
        return pairs;
    }

    private Map<String, Double> figures(
            String step, String name, RunVectors vectors, PairList validPairs, PairList testPairs) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        PairFigures.of(testPairs.pairs(), vectors.cosines(step, name, testPairs.pairs()))
                .addTo(figures, PairFigures.of(validPairs.pairs(), vectors.cosines(step, name, validPairs.pairs())));
        say(String.format(
                "%-16s F1 %.4f  R@P80 %.4f  R@P90 %.4f  R@P95 %.4f",
                step.equals("embed") ? name : step,
                figures.get("f1"),
                figures.get("r@p80"),
                figures.get("r@p90"),
                figures.get("r@p95")));
        return figures;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

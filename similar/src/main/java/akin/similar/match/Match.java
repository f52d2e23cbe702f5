package akin.similar.match;

import akin.similar.compound.Compounds;
import akin.similar.feature.Extractor;
import akin.similar.inputs.Inputs;
import akin.similar.pairs.HardNegatives;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import akin.similar.siamese.Depths;
import akin.similar.siamese.Depths.Learned;
import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Epoch;
import akin.similar.siamese.PairValidation;
import akin.similar.siamese.SiameseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Learns to match products of two catalogues from labelled pairs, and measures each input, compound and Siamese embedding. */
final class Match {
    private static final int HARD_NEGATIVES = 5;
    private static final double MINED_WEIGHT = 0.3;

    private final SiameseSettings settings;
    private final int width;
    private final Path vectors;
    private final Path kept;
    private final boolean everyDepth;
    private final Consumer<String> progress;

    /**
     * @param vectors a file of vectors that are an input, or null
     * @param kept where to keep how far learning is
     * @param everyDepth whether nets of all depths are learned
     */
    Match(SiameseSettings settings, int width, Path vectors, Path kept, boolean everyDepth, Consumer<String> progress) {
        this.settings = settings;
        this.width = width;
        this.vectors = vectors;
        this.kept = kept;
        this.everyDepth = everyDepth;
        this.progress = progress;
    }

    MatchResult run(Problem problem) throws IOException {
        Compounds compounds = embed(problem);
        Map<String, Map<String, Double>> quality = new LinkedHashMap<>();
        Measuring measuring = new Measuring(problem);
        for (String input : compounds.layout().inputs()) {
            measure(input, Embeddings.of(compounds.input(input), problem.sides()), measuring, quality);
        }
        measure("compound", Embeddings.of(compounds.all(), problem.sides()), measuring, quality);
        List<Task> tasks = tasks(problem, compounds);
        List<Learned> learned = new Depths(settings, compounds, problem.sides(), everyDepth)
                .learn(tasks, new PairValidation(problem.valid().pairs()), kept, this::tell);
        Map<String, Map<String, Double>> depths = new LinkedHashMap<>();
        for (Learned net : learned) {
            measure("layers " + net.layers(), net.embeddings(), measuring, depths);
        }
        Learned best = Depths.best(learned);
        measure("siamese", best.embeddings(), measuring, quality);
        return new MatchResult(problem, quality, depths, best);
    }

    private void tell(List<Integer> layers, Epoch epoch) {
        progress.accept(String.format(
                "layers %s, epoch %2d: loss %.4f, valid average precision %.3f, F1 %.3f",
                layers, epoch.epoch(), epoch.loss(), epoch.figure(), epoch.f1()));
    }

    private List<Task> tasks(Problem problem, Compounds compounds) {
        List<Pair> labelled = problem.train().pairs();
        List<Pair> mined = new HardNegatives(HARD_NEGATIVES).mine(labelled, compounds.all(), problem.sides());
        progress.accept(String.format("%,d hard negatives mined", mined.size()));
        return List.of(new Task("labelled", 1, labelled), new Task("mined", MINED_WEIGHT, mined));
    }

    Compounds embed(Problem problem) throws IOException {
        List<Extractor> extractors = new Inputs(problem.products(), null, vectors, Set.of(), width).extractors();
        try {
            return Compounds.of(problem.products(), extractors);
        } finally {
            extractors.forEach(Extractor::close);
        }
    }

    private void measure(
            String name, Embeddings embeddings, Measuring measuring, Map<String, Map<String, Double>> quality) {
        Map<String, Double> figures = measuring.figures(embeddings);
        quality.put(name, figures);
        progress.accept(String.format(
                "%-22s F1 %.3f (valid %.3f)  r@p80 %.3f  recall@1 %.3f  recall@10 %.3f",
                name,
                figures.get("f1"),
                figures.get("valid_f1"),
                figures.get("r@p80"),
                figures.get("recall@1"),
                figures.get("recall@10")));
    }
}

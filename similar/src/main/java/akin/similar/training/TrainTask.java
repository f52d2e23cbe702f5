package akin.similar.training;

import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.configuration.TrainingSettings;
import akin.similar.figures.MetricsFile;
import akin.similar.files.Counts;
import akin.similar.files.PartTask;
import akin.similar.pairs.Pair;
import akin.similar.pairs.Task;
import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Epoch;
import akin.similar.siamese.LearnedNet;
import akin.similar.siamese.Siamese;
import akin.similar.siamese.SiameseSettings;
import akin.similar.siamese.TaskValidation;
import akin.similar.siamese.Validation;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Learns an application's net from the mined pairs, and writes it, with {@code metrics.json} beside. How far learning is
 * lies in the same folder while it lasts.
 *
 * @param mined the file of pairs
 */
public record TrainTask(TrainingSettings settings, NamedProducts.Place place, String mined) implements PartTask {
    private static final String LEARNING = "learning-";

    /** A net, its learning curve and the point of its best epoch. */
    private record Learned(LearnedNet net, List<Epoch> curve, Epoch best, int layers) {}

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<MinedPairs.Line> lines = MinedPairs.read(Path.of(mined)).lines();
        NamedProducts products = products(lines);
        List<Task> tasks = tasks(lines, false, products);
        Validation validation = new TaskValidation(tasks(lines, true, products));
        Compounds compounds = products.compounds();
        Learned best = learn(compounds, tasks, validation, file);
        double compound = validation.measure(Embeddings.of(products.matrix(), Sides.ofOne(products.size())));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            best.net().write(out);
        }
        write(best, compound, file.getParent());
        count(best, compound, products, counts);
        forgetLearning(file.getParent());
    }

    private NamedProducts products(List<MinedPairs.Line> lines) throws IOException {
        Set<String> named = new HashSet<>();
        lines.forEach(line -> named.addAll(List.of(line.left(), line.right())));
        return place.read(named::contains);
    }

    /** Those tasks that have pairs of both kinds. */
    private List<Task> tasks(List<MinedPairs.Line> lines, boolean isValid, NamedProducts products) {
        Map<String, List<Pair>> pairs = new LinkedHashMap<>();
        for (MinedPairs.Line line : lines) {
            if (line.isValid() == isValid) {
                pairs.computeIfAbsent(line.task(), task -> new ArrayList<>())
                        .add(new Pair(products.row(line.left()), products.row(line.right()), line.isSimilar()));
            }
        }
        return pairs.entrySet().stream()
                .map(task -> new Task(task.getKey(), settings.weights().get(task.getKey()), task.getValue()))
                .filter(task ->
                        task.positives() > 0 && task.positives() < task.pairs().size())
                .toList();
    }

    /** Few pairs teach weights more surely than layers, and one layer more surely than four: validation decides. */
    private Learned learn(Compounds compounds, List<Task> tasks, Validation validation, Path file) throws IOException {
        SiameseSettings net = settings.net();
        Learned best = learn(net.withLayers(List.of()), compounds, tasks, validation, file);
        for (int depth = 1; depth <= net.layers().size(); depth++) {
            Learned deeper = learn(net.withLayers(net.layers().subList(0, depth)), compounds, tasks, validation, file);
            if (deeper.best().figure() <= best.best().figure()) {
                return best;
            }
            best = deeper;
        }
        return best;
    }

    private static Learned learn(
            SiameseSettings shape, Compounds compounds, List<Task> tasks, Validation validation, Path file)
            throws IOException {
        Siamese siamese =
                new Siamese(shape, compounds, Sides.ofOne(compounds.rows().rows()));
        int layers = shape.layers().size();
        LearnedNet net = siamese.learnNet(tasks, validation, file.resolveSibling(LEARNING + layers), epoch -> {});
        Epoch best = siamese.curve().stream()
                .max(Comparator.comparingDouble(Epoch::figure).thenComparing(epoch -> -epoch.epoch()))
                .orElseThrow();
        return new Learned(net, siamese.curve(), best, layers);
    }

    private static void write(Learned best, double compound, Path folder) throws IOException {
        Map<String, Double> validation = new LinkedHashMap<>();
        validation.put("compound", compound);
        validation.put("siamese", best.best().figure());
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("valid_average_precision", validation);
        metrics.put("layers", best.layers());
        metrics.put("learning", best.curve());
        metrics.put("worth", best.net().worth());
        new MetricsFile(folder).write(metrics);
    }

    private static void count(Learned best, double compound, NamedProducts products, Counts counts) {
        counts.add("products", products.size());
        counts.add("epochs", best.curve().size());
        counts.add("best_epoch", best.best().epoch());
        counts.add("layers", best.layers());
        counts.add("valid_permille", Math.round(1000 * best.best().figure()));
        counts.add("valid_permille_of_compound", Math.round(1000 * compound));
    }

    private static void forgetLearning(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(LEARNING)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public String ending() {
        return "net";
    }
}

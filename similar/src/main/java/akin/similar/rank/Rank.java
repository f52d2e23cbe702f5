package akin.similar.rank;

import akin.similar.catalogue.Product;
import akin.similar.compound.Compounds;
import akin.similar.compound.Sides;
import akin.similar.feature.Extractor;
import akin.similar.figures.RankingFigures;
import akin.similar.inputs.Inputs;
import akin.similar.siamese.Depths;
import akin.similar.siamese.Depths.Learned;
import akin.similar.siamese.Embeddings;
import akin.similar.siamese.Epoch;
import akin.similar.siamese.Siamese;
import akin.similar.siamese.SiameseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Learns from a part of a catalogue what similar means, and measures embeddings by how they rank another part. */
final class Rank {
    private static final int WIDTH = 128;
    private static final int SIMILAR = 4;
    private static final int OTHERS = 5;

    private final List<Product> products;
    private final List<Gains.Level> levels;
    private final Path images;
    private final SiameseSettings settings;
    private final Path kept;
    private final boolean everyDepth;
    private final Consumer<String> progress;
    private final Map<String, Map<String, Double>> quality = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, Double>>> categories = new TreeMap<>();

    /**
     * @param images the folder or archive of pictures, or null
     * @param kept where to keep how far learning is
     * @param everyDepth whether nets of all depths are learned
     */
    Rank(
            List<Product> products,
            List<Gains.Level> levels,
            Path images,
            SiameseSettings settings,
            Path kept,
            boolean everyDepth,
            Consumer<String> progress) {
        this.images = images;
        this.settings = settings;
        this.products = products;
        this.levels = levels;
        this.kept = kept;
        this.everyDepth = everyDepth;
        this.progress = progress;
    }

    /** Returns what goes into {@code metrics.json}. */
    Map<String, Object> run() throws IOException {
        Gains gains = new Gains(levels, products);
        Parts parts = Parts.of(products);
        Rankings test = new Rankings(gains, parts.test());
        Compounds compounds = embed();
        Sides sides = Sides.ofOne(products.size());
        for (String input : compounds.layout().inputs()) {
            measure(input, Embeddings.of(compounds.input(input), sides), test);
        }
        measure("compound", Embeddings.of(compounds.all(), sides), test);
        List<Learned> learned = new Depths(settings, compounds, sides, everyDepth)
                .learn(
                        new LevelTasks(gains, SIMILAR, OTHERS).of(parts.train()),
                        new RankValidation(new Rankings(gains, parts.valid())),
                        kept,
                        this::tell);
        Map<String, Map<String, Double>> depths = new LinkedHashMap<>();
        learned.forEach(net -> depths.put("layers " + net.layers(), figures(net.embeddings(), test)));
        Learned best = Depths.best(learned);
        measure("siamese", best.embeddings(), test);
        Siamese siamese = best.siamese();
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("quality", quality);
        metrics.put("categories", categories);
        metrics.put("depths", depths);
        metrics.put("layers", best.layers());
        metrics.put("learning", siamese.curve());
        metrics.put("worth", siamese.worth());
        metrics.put("crowding", siamese.crowdingShare());
        return metrics;
    }

    private void tell(List<Integer> layers, Epoch epoch) {
        progress.accept(String.format(
                "layers %s, epoch %2d: loss %.4f, valid NDCG@10 %.4f",
                layers, epoch.epoch(), epoch.loss(), epoch.figure()));
    }

    private static Map<String, Double> figures(Embeddings embeddings, Rankings test) {
        int[] rows = test.products().stream().mapToInt(product -> product).toArray();
        Map<String, Double> figures = new LinkedHashMap<>();
        test.figures(embeddings.lefts(rows), embeddings.rights(rows)).addTo(figures);
        return figures;
    }

    private Compounds embed() throws IOException {
        Set<String> hidden =
                levels.stream().flatMap(level -> level.properties().stream()).collect(Collectors.toSet());
        List<Extractor> extractors = new Inputs(products, images, null, hidden, WIDTH).extractors();
        try {
            return Compounds.of(products, extractors);
        } finally {
            extractors.forEach(Extractor::close);
        }
    }

    private void measure(String name, Embeddings embeddings, Rankings test) {
        int[] rows = test.products().stream().mapToInt(product -> product).toArray();
        Map<String, Double> figures = figures(embeddings, test);
        quality.put(name, figures);
        Map<String, RankingFigures> byCategory =
                test.figures(embeddings.lefts(rows), embeddings.rights(rows), this::category);
        byCategory.forEach((category, of) -> {
            Map<String, Double> ofCategory = new LinkedHashMap<>();
            of.addTo(ofCategory);
            categories
                    .computeIfAbsent(category, unknown -> new LinkedHashMap<>())
                    .put(name, ofCategory);
        });
        progress.accept(String.format(
                "%-16s NDCG@1 %.4f  NDCG@10 %.4f  NDCG@20 %.4f  MAP %.4f",
                name, figures.get("ndcg@1"), figures.get("ndcg@10"), figures.get("ndcg@20"), figures.get("map")));
    }

    private String category(int product) {
        List<String> path = products.get(product).category();
        return path.isEmpty() ? "none" : path.get(0);
    }
}

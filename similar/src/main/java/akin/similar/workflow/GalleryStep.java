package akin.similar.workflow;

import akin.models.random.Hash;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.configuration.SimilarSettings;
import akin.similar.files.Atomic;
import akin.similar.files.PartFolder;
import akin.similar.gallery.Gallery;
import akin.similar.index.Match;
import akin.similar.index.ResultFile;
import akin.similar.index.ResultFile.Result;
import akin.similar.picture.PictureExtractor;
import akin.similar.picture.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws a page of some products and what is similar to them. */
final class GalleryStep {
    private static final int QUERIES = 24;
    private static final int SHOWN = 14;
    private static final long SEED = 1;

    private final SimilarSettings settings;
    private final Path catalogue;
    private final int parts;

    GalleryStep(SimilarSettings settings, Path catalogue, int parts) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.parts = parts;
    }

    /** Writes the page of an application. */
    void write(String application, Path kept, Path file) throws IOException {
        List<Result> chosen = choose(kept);
        Set<String> ids = new HashSet<>();
        for (Result result : chosen) {
            ids.add(result.id());
            result.matches().forEach(match -> ids.add(match.item().id()));
        }
        Path images = settings.catalogue().images();
        try (Pictures pictures = images == null ? null : Pictures.open(images, PictureExtractor.MOST_BYTES)) {
            String note =
                    "Products chosen by a hash of their ids, each with the nearest others, best first. The number is the "
                            + "cosine of the embeddings. What is pale was taken out by a filter.";
            String page = new Gallery(products(ids), pictures).page(application, note, chosen);
            Atomic.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Those with the lowest hashes. */
    private List<Result> choose(Path kept) throws IOException {
        Comparator<Result> order = Comparator.comparingLong((Result result) -> Hash.seed(SEED, result.id()))
                .thenComparing(Result::id);
        List<Result> chosen = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            ResultFile.read(new PartFolder(kept).file(part, "kept"), result -> {
                if (!result.matches().isEmpty()) {
                    List<Match> some = result.matches()
                            .subList(0, Math.min(SHOWN, result.matches().size()));
                    chosen.add(new Result(result.id(), some));
                }
                if (chosen.size() > 8 * QUERIES) {
                    cut(chosen, order);
                }
            });
        }
        cut(chosen, order);
        return chosen;
    }

    private static void cut(List<Result> chosen, Comparator<Result> order) {
        chosen.sort(order);
        chosen.subList(Math.min(QUERIES, chosen.size()), chosen.size()).clear();
    }

    private Map<String, Product> products(Set<String> ids) throws IOException {
        Map<String, Product> products = new HashMap<>();
        for (int part = 0; part < parts; part++) {
            for (Product product : ProductFile.read(new PartFolder(catalogue).file(part, "jsonl"))) {
                if (ids.contains(product.id())) {
                    products.put(product.id(), product);
                }
            }
        }
        return products;
    }
}

package akin.similar.workflow;

import akin.similar.cache.CachedExtraction;
import akin.similar.cache.EmbeddingCache;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.feature.Extractor;
import akin.similar.feature.ExtractorFactory;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the vectors of one feature. */
record EmbedTask(ExtractorFactory factory, String catalogue, String cache) implements PartTask {
    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Product> products = ProductFile.read(new PartFolder(Path.of(catalogue)).file(part, "jsonl"));
        try (Extractor extractor = factory.open();
                EmbeddingCache open = extractor.isCached() ? EmbeddingCache.open(Path.of(cache)) : null;
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            VectorFile.write(new CachedExtraction(extractor, open).extract(products, counts), out);
        }
    }

    /** Clears what a cache has of other versions of an extractor; returns how many vectors. */
    static long clearOthers(Extractor extractor, Path cache) throws IOException {
        if (!extractor.isCached()) {
            return 0;
        }
        try (EmbeddingCache open = EmbeddingCache.open(cache)) {
            return open.clearOthers(extractor);
        }
    }

    @Override
    public String ending() {
        return "vec";
    }
}

package akin.similar.workflow;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.index.Facet;
import akin.similar.index.HnswSettings;
import akin.similar.index.PartitionIndex;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the index of some partitions together. */
record IndexTask(Spread spread, String catalogue, String embedding, List<String> keys, HnswSettings settings)
        implements PartTask {
    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Facet> facets = new ArrayList<>();
        List<Vectors> all = new ArrayList<>();
        for (int partition : spread.partitions(part)) {
            for (Product product : ProductFile.read(new PartFolder(Path.of(catalogue)).file(partition, "jsonl"))) {
                facets.add(Facet.of(product, keys));
            }
            all.add(VectorFile.read(new PartFolder(Path.of(embedding)).file(partition, "vec")));
        }
        PartitionIndex index = PartitionIndex.build(Vectors.join(all), facets, keys.size(), settings);
        counts.add("rows", index.rows());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            index.write(out);
        }
    }

    @Override
    public String ending() {
        return "hnsw";
    }
}

package akin.similar.workflow;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.index.Match;
import akin.similar.index.Merging;
import akin.similar.index.PartitionIndex;
import akin.similar.index.Reach;
import akin.similar.index.ResultFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for the products of a partition in each index, and merges what each has found.
 *
 * @param rows of all indexes
 */
record QueryTask(String catalogue, String embedding, List<IndexPart> indexes, int keys, long rows, Reach reach)
        implements PartTask {
    /** An index and the checksum of its file. */
    record IndexPart(String file, String checksum) implements Serializable {}

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Product> products = ProductFile.read(new PartFolder(Path.of(catalogue)).file(part, "jsonl"));
        Vectors vectors = VectorFile.read(new PartFolder(Path.of(embedding)).file(part, "vec"));
        List<List<Match>> found = new ArrayList<>(Collections.nCopies(products.size(), List.of()));
        for (IndexPart index : indexes) {
            look(Indexes.read(Path.of(index.file()), index.checksum()), products, vectors, found);
        }
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            ResultFile.begin(products.size(), keys, out);
            for (int row = 0; row < products.size(); row++) {
                ResultFile.write(new ResultFile.Result(products.get(row).id(), found.get(row)), out);
                counts.add("matches", found.get(row).size());
            }
        }
        counts.add("queries", vectors.present());
    }

    private void look(PartitionIndex index, List<Product> products, Vectors vectors, List<List<Match>> found) {
        // One more than needed: the product itself may be among them.
        int wanted = reach.nearest(index.rows(), rows) + 1;
        int[] present = IntStream.range(0, products.size()).filter(vectors::has).toArray();
        int[] at = Arrays.stream(present).map(vectors::offset).toArray();
        List<List<Match>> near = index.searcher().nearest(vectors.values(), at, wanted, reach);
        for (int i = 0; i < present.length; i++) {
            List<Match> matches = near.get(i);
            String id = products.get(present[i]).id();
            matches.removeIf(match -> match.item().id().equals(id));
            matches.sort(Match.ORDER);
            found.set(present[i], Merging.merge(found.get(present[i]), matches, reach.nearest()));
        }
    }

    @Override
    public String ending() {
        return "found";
    }
}

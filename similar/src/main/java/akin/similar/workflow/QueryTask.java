package akin.similar.workflow;

import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.files.Counts;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.files.VectorFile;
import akin.similar.files.Vectors;
import akin.similar.index.Match;
import akin.similar.index.PartitionIndex;
import akin.similar.index.ResultFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks for the products of a partition in each index, and merges what each has found. */
record QueryTask(String catalogue, String embedding, List<IndexPart> indexes, int keys, Look look) implements PartTask {
    /** An index and the checksum of its file. */
    record IndexPart(String file, String checksum) implements Serializable {}

    /**
     * How much is looked for.
     *
     * @param candidates per product
     * @param width kept in view by a search
     */
    record Look(int candidates, int width) implements Serializable {}

    @Override
    public void make(int part, Path file, Counts counts) throws IOException {
        List<Product> products = ProductFile.read(new PartFolder(Path.of(catalogue)).file(part, "jsonl"));
        Vectors vectors = VectorFile.read(new PartFolder(Path.of(embedding)).file(part, "vec"));
        Match[][] found = new Match[products.size()][];
        for (IndexPart index : indexes) {
            look(Indexes.read(Path.of(index.file()), index.checksum()), products, vectors, found);
        }
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            ResultFile.begin(products.size(), keys, out);
            for (int row = 0; row < products.size(); row++) {
                List<Match> matches = found[row] == null ? List.of() : Arrays.asList(found[row]);
                ResultFile.write(new ResultFile.Result(products.get(row).id(), matches), out);
                counts.add("matches", matches.size());
            }
        }
        counts.add("queries", vectors.present());
    }

    private void look(PartitionIndex index, List<Product> products, Vectors vectors, Match[][] found) {
        PartitionIndex.Searcher searcher = index.searcher();
        for (int row = 0; row < products.size(); row++) {
            if (vectors.has(row)) {
                // One more than needed: the product itself may be among them.
                List<Match> matches = new ArrayList<>(
                        searcher.nearest(vectors.values(), vectors.offset(row), look.candidates() + 1, look.width()));
                String id = products.get(row).id();
                matches.removeIf(match -> match.item().id().equals(id));
                matches.sort(Match.ORDER);
                found[row] = found[row] == null ? best(matches) : merge(found[row], matches);
            }
        }
    }

    private Match[] best(List<Match> matches) {
        return matches.subList(0, Math.min(look.candidates(), matches.size())).toArray(new Match[0]);
    }

    /** Merges two lists that are ordered. */
    private Match[] merge(Match[] a, List<Match> b) {
        Match[] merged = new Match[Math.min(look.candidates(), a.length + b.size())];
        int inA = 0;
        int inB = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takesA = inB == b.size() || inA < a.length && Match.ORDER.compare(a[inA], b.get(inB)) <= 0;
            merged[i] = takesA ? a[inA++] : b.get(inB++);
        }
        return merged;
    }

    @Override
    public String ending() {
        return "found";
    }
}

package akin.similar.workflow;

import akin.models.random.Hash;
import akin.similar.catalogue.CatalogueFile;
import akin.similar.catalogue.Product;
import akin.similar.catalogue.ProductFile;
import akin.similar.configuration.SimilarSettings;
import akin.similar.files.Counts;
import akin.similar.files.Digest;
import akin.similar.files.Manifest;
import akin.similar.files.Part;
import akin.similar.files.PartFolder;
import akin.similar.files.PartTask;
import akin.similar.settings.UsageException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cuts the catalogue into parts by a hash of the id; inside of each, products are in the order of their ids, each once. Read
 * as a stream: no more than one part is in memory.
 */
final class Split {
    private static final long SEED = 1;
    private static final int VERSION = 1;

    private final SimilarSettings settings;
    private final Path folder;

    Split(SimilarSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    Manifest make() throws IOException {
        Path file = settings.catalogue().file();
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no catalogue " + file);
        }
        int partitions = settings.workflow().partitions();
        String from = new Digest()
                .add(VERSION)
                .add(Digest.of(file))
                .add(file.getFileName())
                .add(new TreeMap<>(settings.catalogue().columns()))
                .add(partitions)
                .hex();
        Manifest former = valid(from, partitions);
        if (former != null) {
            return former;
        }
        Path spool = folder.resolve("spool");
        long rejected = spool(spool, partitions);
        List<Part> parts = new ArrayList<>();
        PartFolder files = new PartFolder(folder);
        for (int part = 0; part < partitions; part++) {
            parts.add(files.make(new Sort(spool.toString(), part == 0 ? rejected : 0), part, from));
            Files.delete(file(spool, part));
        }
        Files.delete(spool);
        Manifest manifest = new Manifest("catalogue", parts);
        manifest.write(folder);
        return manifest;
    }

    private Manifest valid(String from, int partitions) throws IOException {
        List<Part> parts = new ArrayList<>();
        PartFolder files = new PartFolder(folder);
        Manifest manifest = Manifest.read(folder);
        for (int part = 0; manifest != null && part < partitions; part++) {
            Part valid = files.valid(part, from);
            if (valid == null) {
                return null;
            }
            parts.add(valid);
        }
        return parts.size() == partitions ? new Manifest("catalogue", parts) : null;
    }

    private static Path file(Path spool, int part) {
        return spool.resolve("part-%05d.jsonl".formatted(part));
    }

    private long spool(Path spool, int partitions) throws IOException {
        clear(spool);
        List<OutputStream> outs = new ArrayList<>();
        try {
            for (int part = 0; part < partitions; part++) {
                outs.add(new BufferedOutputStream(Files.newOutputStream(file(spool, part)), 1 << 13));
            }
            CatalogueFile catalogue = new CatalogueFile(
                    settings.catalogue().file(), settings.catalogue().columns());
            return catalogue.read(product -> write(product, outs));
        } finally {
            for (OutputStream out : outs) {
                out.close();
            }
        }
    }

    /** Makes an empty folder, whatever a run that was killed has left there. */
    private static void clear(Path spool) throws IOException {
        Files.createDirectories(spool);
        try (Stream<Path> left = Files.list(spool)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void write(Product product, List<OutputStream> outs) {
        int part = (int) Hash.below(Hash.seed(SEED, product.id()), outs.size());
        try {
            ProductFile.write(product, outs.get(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Orders the products of a part. */
    private record Sort(String spool, long rejected) implements PartTask {
        @Override
        public void make(int part, Path file, Counts counts) throws IOException {
            List<Product> products = ProductFile.read(Split.file(Path.of(spool), part));
            // Of those with the same id the first one in the file stays.
            products.sort(Comparator.comparing(Product::id));
            String last = null;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (Product product : products) {
                    if (product.id().equals(last)) {
                        counts.add("repeated", 1);
                    } else {
                        ProductFile.write(product, out);
                        counts.add("products", 1);
                    }
                    last = product.id();
                }
            }
            counts.add("rejected", rejected);
        }

        @Override
        public String ending() {
            return "jsonl";
        }
    }
}

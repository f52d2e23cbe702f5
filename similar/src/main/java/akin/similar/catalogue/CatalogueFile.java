package akin.similar.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A catalogue in a {@link TableFile}, a product per row. */
public final class CatalogueFile {
    private final Path file;
    private final Map<String, Object> mapping;

    /**
     * @param mapping see {@link Columns#of}
     */
    public CatalogueFile(Path file, Map<String, Object> mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /** Reads all products into memory; later ones with the same id are left out and counted as repeated. */
    public Catalogue read() throws IOException {
        Catalogue.Builder builder = new Catalogue.Builder();
        builder.rejected(read(builder::add));
        return builder.build();
    }

    /**
     * Hands over one product after another, in the order of the file.
     *
     * @return how many rows could not be read: those without an id
     */
    public long read(Consumer<Product> products) throws IOException {
        AtomicLong rejected = new AtomicLong();
        new TableFile(file, "catalogue").read(header -> {
            ProductReader reading = new ProductReader(Columns.of(mapping, header), header);
            return row -> {
                Product product = reading.product(row);
                if (product == null) {
                    rejected.incrementAndGet();
                } else {
                    products.accept(product);
                }
            };
        });
        return rejected.get();
    }
}

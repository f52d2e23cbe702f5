package akin.similar.catalogue;

import akin.similar.settings.UsageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A catalogue in a file with a header line: tabs without quoting where its name ends with {@code .tsv}, RFC 4180
 * otherwise; packed by gzip or not.
 */
public final class CatalogueFile {
    private static final int GZIP_MAGIC = 0x1f8b;

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
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no catalogue " + file);
        }
        try (Reader reader = open();
                MappingIterator<String[]> rows = rows(reader)) {
            if (!rows.hasNext()) {
                throw new UsageException("the catalogue " + file + " is empty: it needs a line of column names");
            }
            List<String> header = header(rows.next());
            ProductReader reading = new ProductReader(Columns.of(mapping, header), header);
            long rejected = 0;
            while (rows.hasNextValue()) {
                Product product = reading.product(rows.nextValue());
                if (product == null) {
                    rejected++;
                } else {
                    products.accept(product);
                }
            }
            return rejected;
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " can't be read past line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
        }
    }

    private Reader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean packed = (in.read() << 8 | in.read()) == GZIP_MAGIC;
        in.reset();
        return new InputStreamReader(packed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8);
    }

    private MappingIterator<String[]> rows(Reader reader) throws IOException {
        String name = file.getFileName().toString();
        boolean tabs = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
        CsvSchema schema = CsvSchema.emptySchema();
        return new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readerFor(String[].class)
                .with(tabs ? schema.withColumnSeparator('\t').withoutQuoteChar() : schema)
                .readValues(reader);
    }

    private static List<String> header(String[] names) {
        List<String> header = new ArrayList<>();
        for (String name : names) {
            header.add((name.startsWith("\uFEFF") ? name.substring(1) : name).strip());
        }
        return header;
    }
}

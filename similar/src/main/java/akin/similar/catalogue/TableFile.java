package akin.similar.catalogue;

import akin.similar.files.TextFiles;
import akin.similar.settings.UsageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A file with a header line: tabs without quoting where its name ends with {@code .tsv}, RFC 4180 otherwise; packed by gzip
 * or not.
 */
public final class TableFile {
    private final Path file;
    private final String kind;

    /**
     * @param kind what the file is, for messages, such as {@code catalogue}
     */
    public TableFile(Path file, String kind) {
        this.file = file;
        this.kind = kind;
    }

    /**
     * Hands over one row after another, in the order of the file.
     *
     * @param reading gets the names of the columns, and returns what takes the rows
     */
    public void read(Function<List<String>, Consumer<String[]>> reading) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no " + kind + " " + file);
        }
        try (Reader reader = TextFiles.open(file);
                MappingIterator<String[]> rows = rows(reader)) {
            if (!rows.hasNext()) {
                throw new UsageException("the " + kind + " " + file + " is empty: it needs a line of column names");
            }
            Consumer<String[]> taking = reading.apply(header(rows.next()));
            while (rows.hasNextValue()) {
                taking.accept(rows.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " can't be read past line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
        }
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

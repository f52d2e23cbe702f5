package akin.tools.export;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Comma-separated with a header; the elements of a list are separated by blanks. */
final class CsvFile<T> implements RowFile<T> {
    private final SequenceWriter rows;

    CsvFile(Path file, Class<T> type) throws IOException {
        CsvMapper mapper = CsvMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        CsvSchema schema = mapper.schemaFor(type).withHeader().withArrayElementSeparator(" ");
        rows = mapper.writerFor(type).with(schema).writeValues(Files.newBufferedWriter(file));
    }

    @Override
    public void write(T row) throws IOException {
        rows.write(row);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

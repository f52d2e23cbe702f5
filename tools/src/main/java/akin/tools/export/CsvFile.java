package akin.tools.export;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated with a header. A list is separated by blanks; an element that holds blanks or quotes is in quotes, which
 * are doubled. A text that a spreadsheet would take for a formula has an apostrophe in front, and so has one that begins
 * with an apostrophe.
 */
final class CsvFile<T extends Record> implements RowFile<T> {
    private static final String FORMULA_STARTS = "=+-@\t\r'";

    private final RecordComponent[] columns;
    private final SequenceWriter rows;

    CsvFile(Path file, Class<T> type) throws IOException {
        columns = type.getRecordComponents();
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        for (RecordComponent column : columns) {
            schema.addColumn(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(column.getName()));
        }
        rows = CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .build()
                .writer(schema.build())
                .writeValues(Files.newBufferedWriter(file));
    }

    @Override
    public void write(T row) throws IOException {
        Object[] cells = new Object[columns.length];
        for (int at = 0; at < cells.length; at++) {
            cells[at] = cell(value(columns[at], row));
        }
        rows.write(cells);
    }

    private static Object value(RecordComponent column, Record row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object cell(Object value) {
        if (value instanceof List<?> list) {
            boolean areTexts = list.stream().allMatch(String.class::isInstance);
            String joined = list.stream().map(CsvFile::element).collect(Collectors.joining(" "));
            return areTexts ? defused(joined) : joined;
        }
        return value instanceof String text ? defused(text) : value;
    }

    private static String element(Object element) {
        String text = String.valueOf(element);
        boolean isPlain = !text.isEmpty() && text.chars().noneMatch(c -> c == '"' || Character.isWhitespace(c));
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

package akin.tools.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads the rows of CSV files, one line each, by the names of their columns. */
final class Csv {
    private final ObjectReader reader;
    private List<String> columns;

    private Csv(char separator, List<String> columns) {
        this.columns = columns;
        this.reader = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** Of files that name their columns in the first line. */
    static Csv withHeader(char separator) {
        return new Csv(separator, List.of());
    }

    /** Of files without a header. */
    static Csv withoutHeader(char separator, String... columns) {
        return new Csv(separator, List.of(columns));
    }

    /** Takes the header off a file; false when the file is empty, which needs none. */
    boolean header(LogFile file, String... needed) throws IOException {
        Line line = file.next();
        if (line == null) {
            return false;
        }
        columns = List.of(fields(line));
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new IOException(line.file() + ": the first line must name the columns " + Arrays.asList(needed)
                        + ", it is: " + line.text());
            }
        }
        return true;
    }

    boolean hasColumn(String column) {
        return columns.contains(column);
    }

    Row row(Line line) {
        String[] fields = fields(line);
        if (fields.length < columns.size()) {
            throw new UnreadableLineException(
                    fields.length + " fields, " + columns.size() + " are needed: " + String.join(", ", columns));
        }
        return new Row(columns, fields);
    }

    private String[] fields(Line line) {
        try {
            return reader.readValue(line.text());
        } catch (JsonProcessingException e) {
            throw new UnreadableLineException("not readable as CSV: " + e.getOriginalMessage());
        }
    }

    /** One line's fields. */
    record Row(List<String> columns, String[] fields) {
        /** A field that may be empty. */
        String optional(String column) {
            int at = columns.indexOf(column);
            return at < 0 ? "" : fields[at].strip();
        }

        String text(String column) {
            String text = optional(column);
            if (text.isEmpty()) {
                throw new UnreadableLineException(column + " is empty");
            }
            return text;
        }

        long number(String column) {
            try {
                return Long.parseLong(text(column));
            } catch (NumberFormatException e) {
                throw new UnreadableLineException(column + " is " + text(column) + ", allowed is a whole number");
            }
        }

        /** A price, NaN where the field is empty. */
        double price(String column) {
            String text = optional(column);
            try {
                double price = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
                if (price >= 0 && Double.isFinite(price) || text.isEmpty()) {
                    return price;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw new UnreadableLineException(column + " is " + text + ", allowed is a number of at least 0");
        }
    }
}

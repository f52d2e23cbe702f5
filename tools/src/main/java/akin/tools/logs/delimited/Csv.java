package akin.tools.logs.delimited;

import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.UnreadableLineException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** Cuts lines into fields. */
final class Csv {
    private final ObjectReader reader;

    /**
     * @param quote around fields that hold separators or line breaks, or null
     */
    Csv(char separator, Character quote) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        reader = new CsvMapper()
                .readerFor(String[].class)
                .with(quote == null ? schema.withoutQuoteChar() : schema.withQuoteChar(quote));
    }

    String[] fields(Line line) {
        if (line.fault() != null) {
            throw new UnreadableLineException(line.fault());
        }
        try {
            return reader.readValue(line.text());
        } catch (JsonProcessingException e) {
            throw new UnreadableLineException("not readable as CSV: " + e.getOriginalMessage());
        }
    }
}

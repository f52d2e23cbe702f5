package akin.tools.logs.delimited;

import akin.tools.logs.lines.FileLines;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.Lines;
import akin.tools.logs.lines.LogFile;
import akin.tools.logs.lines.QuotedLines;
import akin.tools.logs.lines.UnreadableLineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first lines of a delimited file, as far as they can be understood without a mapping.
 *
 * @param hasHeader whether the first line names the columns; else they are {@code c1}, {@code c2}, …
 * @param rows their fields, without the header
 */
record Sample(char separator, boolean hasHeader, List<String> columns, List<String[]> rows) {
    private static final int MOST_LINES = 1000;
    private static final char QUOTE = '"';
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    static Sample of(Path file) throws IOException {
        char separator = SEPARATORS[0];
        List<String[]> best = List.of();
        for (char candidate : SEPARATORS) {
            List<String[]> rows = rows(file, candidate);
            if (!rows.isEmpty() && (best.isEmpty() || rows.get(0).length > best.get(0).length)) {
                separator = candidate;
                best = rows;
            }
        }
        if (best.isEmpty()) {
            throw new IOException(file + " has no line to make a mapping of");
        }
        String[] first = best.get(0);
        boolean hasHeader = Arrays.stream(first).distinct().count() == first.length
                && Arrays.stream(first).allMatch(name -> name.strip().matches("[\\p{L}_].*"));
        return new Sample(
                separator,
                hasHeader,
                hasHeader
                        ? Arrays.stream(first).map(String::strip).toList()
                        : IntStream.rangeClosed(1, first.length)
                                .mapToObj(at -> "c" + at)
                                .toList(),
                best.subList(hasHeader ? 1 : 0, best.size()));
    }

    private static List<String[]> rows(Path file, char separator) throws IOException {
        Csv csv = new Csv(separator, QUOTE);
        List<String[]> rows = new ArrayList<>();
        try (Lines lines = new QuotedLines(new FileLines(LogFile.of(file)), separator, QUOTE)) {
            for (Line line = lines.next(); line != null && rows.size() < MOST_LINES; line = lines.next()) {
                try {
                    rows.add(csv.fields(line));
                } catch (UnreadableLineException e) {
                    // Other lines tell enough.
                }
            }
        }
        return rows;
    }

    /** Returns the different values of a column that aren't blank, in the order of their first lines. */
    List<String> values(String column) {
        int at = columns.indexOf(column);
        return rows.stream()
                .filter(row -> at < row.length && !row[at].isBlank())
                .map(row -> row[at].strip())
                .distinct()
                .toList();
    }
}

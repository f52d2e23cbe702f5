package akin.tools.logs.delimited;

import akin.models.event.Printable;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.Lines;
import akin.tools.logs.lines.LogFile;
import akin.tools.logs.lines.TimeRange;
import akin.tools.logs.lines.UnreadableLineException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells of which kind a file is: by the names in its first line, or by how many fields most of its first lines have. */
final class Kinds {
    private static final int SAMPLE = 100;

    private final Mapping mapping;
    private final Csv csv;
    private final TimeRange range;

    Kinds(Mapping mapping, TimeRange range) {
        this.mapping = mapping;
        this.csv = new Csv(mapping.separatorChar(), mapping.quoteChar());
        this.range = range;
    }

    /** Returns how a file is read, or null when it is empty. */
    MappedFile of(LogFile file, Lines lines) throws IOException {
        Line first = lines.next();
        if (first == null) {
            return null;
        }
        Header header = Header.of(fields(first));
        for (FileKind kind : mapping.files()) {
            if (kind.hasHeader() && header.hasAll(kind.needed())) {
                requireDistinct(kind, header, first);
                return new MappedFile(kind, header, csv, range);
            }
        }
        int fields = usualFields(first, lines);
        for (FileKind kind : mapping.files()) {
            if (kind.columns().size() == fields) {
                return new MappedFile(kind, new Header(kind.columns()), csv, range);
            }
        }
        throw new IOException(file.path() + ": " + expected() + "; it is: " + Printable.of(first.text()));
    }

    private static void requireDistinct(FileKind kind, Header header, Line first) throws IOException {
        for (List<String> anyOf : kind.needed()) {
            String name = header.names().get(header.position(anyOf));
            if (Collections.frequency(header.names(), name) > 1) {
                throw new IOException(first.origin() + ": two columns are named " + name);
            }
        }
    }

    private String[] fields(Line line) {
        try {
            return csv.fields(line);
        } catch (UnreadableLineException e) {
            return new String[0];
        }
    }

    private int usualFields(Line first, Lines lines) throws IOException {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        Line line = first;
        for (int i = 0; i < SAMPLE && line != null; i++) {
            counts.merge(fields(line).length, 1, Integer::sum);
            line = lines.next();
        }
        int most = Collections.max(counts.values());
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private String expected() {
        String named = mapping.files().stream()
                .filter(FileKind::hasHeader)
                .map(kind -> "[" + kind.describe() + "]")
                .collect(Collectors.joining(" or "));
        String counted = mapping.files().stream()
                .filter(kind -> !kind.hasHeader())
                .map(kind -> kind.columns().size() + " fields: " + kind.describe())
                .collect(Collectors.joining(", or "));
        String names = named.isEmpty() ? "" : "the first line must name the columns " + named;
        String counts = counted.isEmpty() ? "" : "the lines must have " + counted;
        return names.isEmpty() || counts.isEmpty() ? names + counts : names + ", or " + counts;
    }
}

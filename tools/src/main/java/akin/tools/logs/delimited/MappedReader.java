package akin.tools.logs.delimited;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.Message;
import akin.tools.logs.lines.FileLines;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.Lines;
import akin.tools.logs.lines.LogFile;
import akin.tools.logs.lines.QuotedLines;
import akin.tools.logs.lines.TimeRange;
import akin.tools.logs.lines.UnreadableLineException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a log as its mapping says. */
public final class MappedReader implements LineReader {
    private final Mapping mapping;
    private final Map<LogFile, MappedFile> files = new HashMap<>();
    private final Catalogue catalogue = new Catalogue();
    private long newest;

    /**
     * @param newest event time up to which an earlier run has read
     * @throws IOException when a file is missing or is of no kind that the mapping knows
     */
    public MappedReader(Mapping mapping, List<LogFile> files, TimeRange range, long newest) throws IOException {
        this.mapping = mapping;
        this.newest = newest;
        Kinds kinds = new Kinds(mapping, range);
        for (LogFile file : files) {
            try (Lines lines = lines(file)) {
                this.files.put(file, kinds.of(file, lines));
            }
        }
    }

    private Lines lines(LogFile file) throws IOException {
        Lines lines = new FileLines(file);
        return mapping.quoteChar() == null
                ? lines
                : new QuotedLines(lines, mapping.separatorChar(), mapping.quoteChar());
    }

    @Override
    public Lines open(LogFile file) throws IOException {
        Lines lines = lines(file);
        if (file(file) != null && file(file).hasHeader()) {
            lines.next();
        }
        return lines;
    }

    private MappedFile file(LogFile file) {
        return files.get(file);
    }

    @Override
    public boolean isUnsorted() {
        return mapping.sort();
    }

    /** What only tells of items stands before the events that they are needed for. */
    @Override
    public int order(LogFile file) {
        return file(file) == null || file(file).holdsEvents() ? 1 : 0;
    }

    @Override
    public long time(Line line) {
        MappedFile file = file(line.file());
        return file.time(file.row(line));
    }

    @Override
    public void read(Line line, Consumer<Message> out) {
        MappedFile file = file(line.file());
        Row row = file.row(line);
        long time = file.time(row);
        if (!file.holdsEvents()) {
            out.accept(Message.of(file.item(row, null, time)));
            return;
        }
        long dated = file.step() == 0 || newest == Long.MIN_VALUE ? time : Math.max(time, newest + file.step());
        Event event = file.event(row, line, dated);
        newest = Math.max(newest, dated);
        if (file.holdsItems()) {
            Item item = file.item(row, event.itemId(), dated);
            if (catalogue.changes(item)) {
                out.accept(Message.of(item));
            }
        }
        out.accept(Message.of(event));
    }

    @Override
    public void skip(Line line) {
        MappedFile file = file(line.file());
        try {
            if (file.holdsEvents() && file.holdsItems()) {
                Row row = file.row(line);
                long time = file.time(row);
                catalogue.changes(file.item(row, file.event(row, line, time).itemId(), time));
            }
        } catch (UnreadableLineException e) {
            // The earlier run has said so.
        }
    }
}

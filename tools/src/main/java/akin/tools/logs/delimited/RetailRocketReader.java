package akin.tools.logs.delimited;

import akin.models.catalog.Item;
import akin.models.event.Ids;
import akin.models.event.Message;
import akin.tools.logs.lines.FileLines;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.Lines;
import akin.tools.logs.lines.LogFile;
import akin.tools.logs.lines.TimeRange;
import akin.tools.logs.lines.UnreadableLineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * RetailRocket as published: {@code events.csv}, {@code item_properties*.csv} and {@code category_tree.csv}, told apart
 * by their headers. A property holds from its time on, and each change repeats what holds of the item. Of the properties,
 * {@code categoryid} and {@code available} are used: all others are hashed.
 */
public final class RetailRocketReader implements LineReader {
    private static final String NAME = "retailrocket";
    private static final int DEEPEST = 16;
    private static final List<String> TREE = List.of("categoryid", "parentid");
    private static final List<String> PROPERTIES = List.of("timestamp", "itemid", "property", "value");
    private static final TimeColumn TIME =
            new TimeColumn(List.of("timestamp"), null, TimeColumn.Unit.MILLISECONDS, null, null, null, 0);

    private final Csv csv = new Csv(',', '"');
    private final TimeRange range;
    private final MappedReader events;
    private final Map<LogFile, Header> trees = new HashMap<>();
    private final Map<LogFile, Header> properties = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Item> items = new HashMap<>();
    private final TimeColumn.Times times = TIME.times();

    /**
     * @throws IOException when a file is missing or is none of the three
     */
    public RetailRocketReader(List<LogFile> files, TimeRange range) throws IOException {
        this.range = range;
        List<LogFile> others = new ArrayList<>();
        for (LogFile file : files) {
            Header header = header(file);
            if (has(header, TREE)) {
                trees.put(file, header);
            } else if (has(header, PROPERTIES)) {
                properties.put(file, header);
            } else {
                others.add(file);
            }
        }
        events = new MappedReader(Mapping.parse(Mapping.shipped(NAME), NAME), others, range, Long.MIN_VALUE);
    }

    private Header header(LogFile file) throws IOException {
        try (Lines lines = new FileLines(file)) {
            Line first = lines.next();
            return first == null || first.fault() != null ? new Header(List.of()) : Header.of(csv.fields(first));
        } catch (UnreadableLineException e) {
            return new Header(List.of());
        }
    }

    private static boolean has(Header header, List<String> columns) {
        return header.hasAll(columns.stream().map(List::of).toList());
    }

    @Override
    public Lines open(LogFile file) throws IOException {
        if (order(file) == 2) {
            return events.open(file);
        }
        Lines lines = new FileLines(file);
        lines.next();
        return lines;
    }

    @Override
    public boolean isUnsorted() {
        return true;
    }

    @Override
    public int order(LogFile file) {
        return trees.containsKey(file) ? 0 : properties.containsKey(file) ? 1 : 2;
    }

    @Override
    public long time(Line line) {
        return switch (order(line.file())) {
            case 0 -> 0;
            case 1 -> time(row(line, properties, PROPERTIES));
            default -> events.time(line);
        };
    }

    private long time(Row row) {
        return range.check(times.read(row), TIME.name(row), TIME.text(row));
    }

    private Row row(Line line, Map<LogFile, Header> headers, List<String> needed) {
        Header header = headers.get(line.file());
        Row row = new Row(header, csv.fields(line));
        row.check(header.fields(needed.stream().map(List::of).toList()));
        return row;
    }

    @Override
    public void read(Line line, Consumer<Message> out) {
        switch (order(line.file())) {
            case 0 -> grow(row(line, trees, TREE));
            case 1 -> change(row(line, properties, PROPERTIES), out);
            default -> events.read(line, out);
        }
    }

    @Override
    public void skip(Line line) {
        try {
            if (line.fault() == null && order(line.file()) < 2) {
                read(line, message -> {});
            }
        } catch (UnreadableLineException e) {
            // The earlier run has said so.
        }
    }

    private void grow(Row row) {
        parents.put(id(row, "categoryid"), row.text(List.of("parentid")));
    }

    private void change(Row row, Consumer<Message> out) {
        String property = row.text(List.of("property"));
        boolean isCategory = property.equals("categoryid");
        if (!isCategory && !property.equals("available")) {
            return;
        }
        String id = id(row, "itemid");
        String value = id(row, "value");
        long time = time(row);
        Item before = items.getOrDefault(id, Item.of(id, time, List.of()));
        Item now = new Item(
                id,
                time,
                isCategory ? path(value) : before.category(),
                null,
                Double.NaN,
                new TreeMap<>(),
                isCategory ? before.available() : value.equals("1"),
                0,
                false);
        items.put(id, now);
        out.accept(Message.of(now));
    }

    private static String id(Row row, String column) {
        String text = row.text(List.of(column));
        if (!Ids.isValid(text)) {
            throw text.isEmpty()
                    ? new UnreadableLineException(column + " is empty")
                    : UnreadableLineException.wrong(column, text, Ids.ALLOWED);
        }
        return text;
    }

    private List<String> path(String category) {
        List<String> path = new ArrayList<>();
        String at = category;
        while (at != null && !at.isEmpty() && path.size() < DEEPEST) {
            path.add(at);
            at = parents.get(at);
        }
        Collections.reverse(path);
        return path;
    }
}

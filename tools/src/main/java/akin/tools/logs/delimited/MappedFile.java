package akin.tools.logs.delimited;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Ids;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.TimeRange;
import akin.tools.logs.lines.UnreadableLineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Reads the lines of one file, whose kind and columns are known. */
final class MappedFile {
    private static final int DEEPEST_CATEGORY = 16;
    private static final Set<String> NOT_AVAILABLE = Set.of("0", "false", "no", "n");

    private final FileKind kind;
    private final Header header;
    private final Csv csv;
    private final TimeRange range;
    private final int fieldsNeeded;
    private final TimeColumn.Times times;

    MappedFile(FileKind kind, Header header, Csv csv, TimeRange range) {
        this.kind = kind;
        this.header = header;
        this.csv = csv;
        this.range = range;
        fieldsNeeded = header.fields(kind.essential());
        TimeColumn time =
                kind.event() == null ? kind.item().time() : kind.event().time();
        times = time == null ? null : time.times();
    }

    boolean hasHeader() {
        return kind.hasHeader();
    }

    boolean holdsEvents() {
        return kind.event() != null;
    }

    boolean holdsItems() {
        return kind.item() != null;
    }

    /** Returns by how many milliseconds a line is at least later than the one before. */
    long step() {
        return kind.event() == null ? 0 : kind.event().time().step();
    }

    Row row(Line line) {
        Row row = new Row(header, csv.fields(line));
        row.check(fieldsNeeded);
        return row;
    }

    /** Returns the line's time, 0 when items hold ever since. */
    long time(Row row) {
        if (times == null) {
            return 0;
        }
        return range.check(
                times.read(row), times.column().name(row), times.column().text(row));
    }

    Event event(Row row, Line line, long time) {
        EventMapping event = kind.event();
        String type = text(event.type(), row);
        if (EventType.ofWireName(type) == null) {
            throw UnreadableLineException.wrong(event.type().name(row), type, allowed(event.type()));
        }
        return Event.of(
                event.id() == null ? line.eventId() : id(event.id(), row),
                id(event.user(), row),
                id(event.item(), row),
                EventType.ofWireName(type),
                time,
                event.session() == null || event.session().text(row).isEmpty() ? null : id(event.session(), row));
    }

    private static String allowed(Column type) {
        return type.values().isEmpty()
                ? EventType.wireNames()
                : String.join(", ", type.values().keySet().stream().sorted().toList());
    }

    private static String text(Column column, Row row) {
        String text = column.text(row);
        if (text.isEmpty()) {
            throw new UnreadableLineException(column.name(row) + " is empty");
        }
        return text;
    }

    private static String id(Column column, Row row) {
        String text = text(column, row);
        if (!Ids.isValid(text)) {
            throw UnreadableLineException.wrong(column.name(row), text, Ids.ALLOWED);
        }
        return text;
    }

    Item item(Row row, String itemId, long time) {
        ItemMapping item = kind.item();
        TreeMap<String, String> attributes = new TreeMap<>();
        item.attributes().forEach((name, column) -> {
            String value = column.text(row);
            if (!value.isEmpty()) {
                attributes.put(name, value);
            }
        });
        String brand = item.brand() == null ? "" : item.brand().text(row);
        return new Item(
                itemId == null ? id(item.id(), row) : itemId,
                time,
                category(item, row),
                brand.isEmpty() ? null : brand,
                item.price() == null ? Double.NaN : price(item.price().text(row)),
                attributes,
                item.available() == null
                        || !NOT_AVAILABLE.contains(item.available().text(row).toLowerCase(Locale.ROOT)),
                0,
                false);
    }

    private static List<String> category(ItemMapping item, Row row) {
        List<String> path = new ArrayList<>();
        for (Column column : item.category()) {
            path.addAll(column.path(row));
        }
        return path.size() <= DEEPEST_CATEGORY && path.stream().allMatch(Ids::isValid) ? path : List.of();
    }

    private static double price(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

package akin.tools.logs.delimited;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of a log's files.
 *
 * @param columns their names where files have no header; empty: the first line names them
 * @param having further columns that tell this kind from others
 * @param event or null
 * @param item or null
 */
record FileKind(List<String> columns, List<String> having, EventMapping event, ItemMapping item) {
    FileKind {
        columns = columns == null ? List.of() : List.copyOf(columns);
        having = having == null ? List.of() : List.copyOf(having);
        if (event == null && item == null) {
            throw new IllegalArgumentException("event or item is needed");
        }
        if (event == null && item.id() == null) {
            throw new IllegalArgumentException("item.id is missing");
        }
        if (!columns.isEmpty() && !new Header(columns).hasAll(needed(event, item, having))) {
            throw new IllegalArgumentException(
                    "columns are " + columns + ", needed are " + needed(event, item, having));
        }
    }

    boolean hasHeader() {
        return columns.isEmpty();
    }

    /** Returns all columns that are named, of each the names that it may have. */
    List<List<String>> needed() {
        return needed(event, item, having);
    }

    private static List<List<String>> needed(EventMapping event, ItemMapping item, List<String> having) {
        List<List<String>> needed = new ArrayList<>();
        if (event != null) {
            needed.addAll(event.needed());
        }
        if (item != null) {
            needed.addAll(item.needed());
        }
        having.forEach(name -> needed.add(List.of(name)));
        return needed.stream().distinct().toList();
    }

    /** Returns the columns without which a line is of no use. */
    List<List<String>> essential() {
        return event == null ? item.needed() : event.needed();
    }

    /** Returns the columns by their first names. */
    String describe() {
        List<String> names =
                hasHeader() ? needed().stream().map(anyOf -> anyOf.get(0)).toList() : columns;
        return String.join(", ", names);
    }
}

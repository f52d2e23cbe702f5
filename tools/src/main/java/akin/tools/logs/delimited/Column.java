package akin.tools.logs.delimited;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a value is found in a line.
 *
 * @param column its name in the header; of several, the one that is there
 * @param value the value itself, the same in all lines, instead of a column
 * @param empty texts that stand for no value
 * @param matching what a text must look like, a regular expression; others stand for no value
 * @param values replacements of texts; other texts stay as they are
 * @param split between the parts of a path, or null
 * @param prefix put before a value
 * @param otherwise where to look when there is no value, or null
 */
record Column(
        List<String> column,
        String value,
        List<String> empty,
        Pattern matching,
        Map<String, String> values,
        String split,
        String prefix,
        Column otherwise) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Column {
        column = column == null ? List.of() : List.copyOf(column);
        empty = empty == null ? List.of() : List.copyOf(empty);
        values = values == null ? Map.of() : Map.copyOf(values);
        prefix = prefix == null ? "" : prefix;
        if (column.isEmpty() == (value == null)) {
            throw new IllegalArgumentException("either column or value is needed");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Column of(String name) {
        return new Column(List.of(name), null, null, null, null, null, null, null);
    }

    /** Returns the value, empty when there is none. */
    String text(Row row) {
        String text = value == null ? row.text(column) : value;
        boolean isNone = text.isEmpty()
                || empty.contains(text)
                || (matching != null && !matching.matcher(text).matches());
        if (isNone) {
            return otherwise == null ? "" : otherwise.text(row);
        }
        return prefix + values.getOrDefault(text, text);
    }

    /** Returns the parts of the value from the root on. */
    List<String> path(Row row) {
        String text = text(row);
        if (text.isEmpty()) {
            return List.of();
        }
        return split == null ? List.of(text) : List.of(text.split(Pattern.quote(split)));
    }

    /** Returns the name under which a row's messages speak of the value. */
    String name(Row row) {
        return value == null ? row.name(column) : "value";
    }

    /** Returns the columns that are needed, of each the names that it may have. */
    List<List<String>> needed() {
        List<List<String>> needed = new ArrayList<>();
        if (value == null) {
            needed.add(column);
        }
        if (otherwise != null) {
            needed.addAll(otherwise.needed());
        }
        return needed;
    }

    static Stream<List<String>> neededOf(Column column) {
        return column == null ? Stream.of() : column.needed().stream();
    }
}

package akin.tools.logs.delimited;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a line tells of an item. What can't be read there is unknown, and costs no line.
 *
 * @param id of the item; null beside an event, whose item it is
 * @param time from which it holds; null: that of the event, or ever since
 * @param category path from the root, each a column
 * @param available whether it can be bought: 0, false, no and n say that it can't
 * @param attributes by their names
 */
record ItemMapping(
        Column id,
        TimeColumn time,
        List<Column> category,
        Column brand,
        Column price,
        Column available,
        Map<String, Column> attributes) {
    ItemMapping {
        category = category == null ? List.of() : List.copyOf(category);
        attributes = attributes == null ? Map.of() : new TreeMap<>(attributes);
    }

    /** Returns the columns that are needed, of each the names that it may have. */
    List<List<String>> needed() {
        Stream<Column> columns = Stream.of(
                        Stream.of(id, brand, price, available), category.stream(), attributes.values().stream())
                .flatMap(stream -> stream);
        return Stream.concat(columns.flatMap(Column::neededOf), time == null ? Stream.of() : time.needed().stream())
                .toList();
    }
}

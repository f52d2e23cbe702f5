package akin.tools.logs.delimited;

import akin.models.event.EventType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a line holds an event.
 *
 * @param id what names it, or null: then it is named after file and line
 * @param session the shop's own, or null: then a gap in time ends a session
 * @param type in the words of the wire format, by {@code values} or as a constant {@code value}
 */
record EventMapping(Column id, Column user, Column session, Column item, Column type, TimeColumn time) {
    EventMapping {
        require(user, "user");
        require(item, "item");
        require(type, "type");
        require(time, "time");
        Stream.concat(Stream.ofNullable(type.value()), type.values().values().stream())
                .filter(name -> EventType.ofWireName(name) == null)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("type is " + name + ", allowed are " + EventType.wireNames());
                });
    }

    private static void require(Object value, String key) {
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
    }

    /** Returns the columns that are needed, of each the names that it may have. */
    List<List<String>> needed() {
        return Stream.concat(Stream.of(id, user, session, item, type).flatMap(Column::neededOf), time.needed().stream())
                .toList();
    }
}

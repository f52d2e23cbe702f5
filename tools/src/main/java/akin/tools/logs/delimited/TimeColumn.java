package akin.tools.logs.delimited;

import akin.tools.logs.lines.UnreadableLineException;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a line's time is found, and how it is written: as a number with a {@code unit}, else in a {@code format}, else in
 * ISO-8601 with an offset.
 *
 * @param column its name in the header; of several, the one that is there
 * @param join columns whose texts make the time, joined by blanks, instead of {@code column}
 * @param unit of an epoch time
 * @param format as of {@link DateTimeFormatter}
 * @param zone of a format without an offset
 * @param plus a column of milliseconds to be added, or null
 * @param step milliseconds by which a line is at least later than the line before, for logs without a time of day
 */
record TimeColumn(
        List<String> column, List<String> join, Unit unit, String format, String zone, String plus, long step) {
    /** What an epoch time counts. */
    enum Unit {
        SECONDS(1000),
        MILLISECONDS(1);

        private final long millis;

        Unit(long millis) {
            this.millis = millis;
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    TimeColumn {
        column = column == null ? List.of() : List.copyOf(column);
        join = join == null ? List.of() : List.copyOf(join);
        zone = zone == null ? "UTC" : zone;
        if (column.isEmpty() == join.isEmpty()) {
            throw new IllegalArgumentException("either column or join is needed");
        }
        if (unit != null && format != null) {
            throw new IllegalArgumentException("unit and format exclude each other");
        }
        if (step < 0) {
            throw new IllegalArgumentException("step is " + step + ", allowed is a number of milliseconds");
        }
        zoneOf(zone);
        formatter(format);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TimeColumn of(String name) {
        return new TimeColumn(List.of(name), null, null, null, null, null, 0);
    }

    private static ZoneId zoneOf(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone is " + zone + ", allowed is a name such as Europe/Berlin");
        }
    }

    /** Refuses days that don't exist instead of taking those next to them. */
    private static DateTimeFormatter formatter(String format) {
        if (format == null) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        }
        try {
            return DateTimeFormatter.ofPattern(format.replace("yyyy", "uuuu"), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("format is " + format + ": " + e.getMessage());
        }
    }

    List<List<String>> needed() {
        List<List<String>> needed = new ArrayList<>();
        if (!column.isEmpty()) {
            needed.add(column);
        }
        join.forEach(name -> needed.add(List.of(name)));
        if (plus != null) {
            needed.add(List.of(plus));
        }
        return needed;
    }

    String name(Row row) {
        return join.isEmpty() ? row.name(column) : String.join(" ", join);
    }

    String text(Row row) {
        return join.isEmpty()
                ? row.text(column)
                : join.stream().map(name -> row.text(List.of(name))).collect(Collectors.joining(" "));
    }

    /** Makes a reader of this column's times. */
    Times times() {
        return new Times(this, formatter(format), zoneOf(zone));
    }

    /** Reads times. */
    record Times(TimeColumn column, DateTimeFormatter formatter, ZoneId zone) {
        /** Returns epoch milliseconds. */
        long read(Row row) {
            String text = column.text(row);
            if (text.isBlank()) {
                throw new UnreadableLineException(column.name(row) + " is empty");
            }
            try {
                long plus = column.plus == null ? 0 : number(column.plus, row.text(List.of(column.plus)));
                return Math.addExact(time(row, text), plus);
            } catch (DateTimeException | ArithmeticException e) {
                throw UnreadableLineException.wrong(column.name(row), text, allowed());
            }
        }

        boolean canRead(Row row) {
            try {
                read(row);
                return true;
            } catch (UnreadableLineException e) {
                return false;
            }
        }

        private long time(Row row, String text) {
            if (column.unit != null) {
                return Math.multiplyExact(number(column.name(row), text), column.unit.millis);
            }
            TemporalAccessor time =
                    formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof OffsetDateTime offset) {
                return offset.toInstant().toEpochMilli();
            }
            LocalDateTime local = time instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) time;
            return local.atZone(zone).toInstant().toEpochMilli();
        }

        private static long number(String name, String text) {
            if (text.isEmpty()) {
                throw new UnreadableLineException(name + " is empty");
            }
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw UnreadableLineException.wrong(name, text, "a whole number");
            }
        }

        private String allowed() {
            if (column.unit != null) {
                return "an epoch time in " + column.unit.name().toLowerCase(Locale.ROOT);
            }
            return column.format == null ? "ISO-8601 with an offset" : "a time in the format " + column.format;
        }
    }
}

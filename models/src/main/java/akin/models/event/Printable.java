package akin.models.event;

import java.util.stream.Collectors;

/** Makes texts of others safe to print on a terminal and to write as UTF-8. */
public final class Printable {
    private Printable() {}

    /** Returns the text with whatever has no shape of its own written as <code>&#92;u001b</code>. */
    public static String of(String text) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit <= '~')) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(point, shown));
        return shown.toString();
    }

    /** Returns the same of a text of several lines, whose ends stay. */
    public static String lines(String text) {
        return text.lines().map(Printable::of).collect(Collectors.joining(System.lineSeparator()));
    }

    private static void append(int point, StringBuilder shown) {
        if (hasShape(point)) {
            shown.appendCodePoint(point);
        } else {
            for (char unit : Character.toChars(point)) {
                shown.append(String.format("\\u%04x", (int) unit));
            }
        }
    }

    private static boolean hasShape(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

package akin.tools.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes HTML that is well-formed XML too; every text and every value is escaped. */
final class Markup {
    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; doubles get one decimal */
    Markup open(String tag, Object... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text. */
    Markup leaf(String tag, String text, Object... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element of SVG, or one that HTML never closes. */
    Markup empty(String tag, Object... attributes) {
        start(tag, attributes);
        out.append("/>\n");
        return this;
    }

    /** The style sheet, which has no characters to escape. */
    Markup style(String css) {
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** All that was written, when every element is closed. */
    String done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void start(String tag, Object... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(
                    attributes[i + 1] instanceof Double number
                            ? String.format(Locale.ROOT, "%.1f", number)
                            : attributes[i + 1].toString());
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isHarmless(point) ? point : 0xFFFD);
            }
        });
    }

    /** False for what XML forbids, and for what would turn the text around it. */
    private static boolean isHarmless(int point) {
        boolean forbidden = (point < 0x20 && point != '\n' && point != '\t')
                || (point >= 0x7F && point < 0xA0)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || (point & 0xFFFE) == 0xFFFE;
        boolean turning = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return !forbidden && !turning;
    }
}

package akin.tools.logs.lines;

import java.util.List;

/**
 * Writes lines as texts of one line each whose order is that of time, file and number: the three in hex, then the line's
 * end, its fault and its text.
 */
final class SortKeys {
    private static final int TIME = 16;
    private static final int FILE = 8;
    private static final int NUMBER = 16;
    private static final int HEAD = TIME + FILE + NUMBER;
    private static final char FIELD_END = '\t';

    private final List<LogFile> files;

    SortKeys(List<LogFile> files) {
        this.files = files;
    }

    String encode(long time, int file, Line line) {
        StringBuilder key = new StringBuilder(HEAD + 24 + line.text().length());
        hex(time ^ Long.MIN_VALUE, TIME, key);
        hex(file, FILE, key);
        hex(line.number(), NUMBER, key);
        key.append(line.end()).append(FIELD_END);
        if (line.fault() != null) {
            key.append(line.fault());
        }
        return key.append(FIELD_END).append(escape(line.text())).toString();
    }

    Line decode(String key) {
        int file = Integer.parseInt(key, TIME, TIME + FILE, 16);
        long number = Long.parseLong(key, TIME + FILE, HEAD, 16);
        int faultStart = key.indexOf(FIELD_END) + 1;
        int textStart = key.indexOf(FIELD_END, faultStart) + 1;
        String fault = key.substring(faultStart, textStart - 1);
        return new Line(
                files.get(file),
                number,
                Long.parseLong(key, HEAD, faultStart - 1, 10),
                unescape(key.substring(textStart)),
                fault.isEmpty() ? null : fault);
    }

    private static void hex(long number, int digits, StringBuilder to) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            to.append(Character.forDigit((int) (number >>> shift) & 15, 16));
        }
    }

    private static String escape(String text) {
        return isPlain(text)
                ? text
                : text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static boolean isPlain(String text) {
        return text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                char escaped = text.charAt(++at);
                plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}

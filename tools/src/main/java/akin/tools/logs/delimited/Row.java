package akin.tools.logs.delimited;

import akin.tools.logs.lines.UnreadableLineException;
import java.util.List;

/** The fields of one line, by the names of their columns. */
record Row(Header header, String[] fields) {
    /** Returns the field of the first of these columns that there is, empty when the line ends before it. */
    String text(List<String> names) {
        int at = header.position(names);
        return at < 0 || at >= fields.length ? "" : fields[at].strip();
    }

    String name(List<String> names) {
        int at = header.position(names);
        return at < 0 ? names.get(0) : header.names().get(at);
    }

    /** Refuses a line that ends before what is needed of it, or goes on behind its last column. */
    void check(int needed) {
        if (fields.length < needed) {
            throw new UnreadableLineException(fields.length + " fields, " + needed + " are needed: "
                    + String.join(", ", header.names().subList(0, needed)));
        }
        for (int at = header.names().size(); at < fields.length; at++) {
            if (!fields[at].isBlank()) {
                throw new UnreadableLineException(fields.length + " fields, allowed are "
                        + header.names().size() + ": " + String.join(", ", header.names()));
            }
        }
    }
}

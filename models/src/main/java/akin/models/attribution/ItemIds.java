package akin.models.attribution;

import java.util.List;

/**
 * Ids of items in an order, as one text: one object where a list has two of each id. Millions of them are remembered.
 *
 * @param text the ids with a tab before each and one at the end; no id holds a tab
 */
public record ItemIds(String text) {
    private static final char TAB = '\t';

    public static ItemIds of(List<String> ids) {
        StringBuilder text = new StringBuilder(16 * ids.size() + 1).append(TAB);
        for (String id : ids) {
            text.append(id).append(TAB);
        }
        return new ItemIds(text.toString());
    }

    public int size() {
        return tabs(text.length()) - 1;
    }

    /** Returns the first place of an id, or -1. */
    public int indexOf(String id) {
        int at = text.indexOf(TAB + id + TAB);
        return at < 0 ? -1 : tabs(at);
    }

    /** Returns the number of tabs before a position. */
    private int tabs(int end) {
        int tabs = 0;
        for (int i = 0; i < end; i++) {
            tabs += text.charAt(i) == TAB ? 1 : 0;
        }
        return tabs;
    }

    public List<String> toList() {
        return size() == 0
                ? List.of()
                : List.of(text.substring(1, text.length() - 1).split("\t"));
    }
}

package akin.tools.logs.lines;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Joins lines whose break stands in quotes. A quote that isn't closed within some lines opens nothing: the line stands
 * for itself, and so do those after it.
 */
public final class QuotedLines implements Lines {
    private static final int MOST_JOINED = 32;

    private final Lines lines;
    private final char separator;
    private final char quote;
    private final Deque<Line> waiting = new ArrayDeque<>();

    public QuotedLines(Lines lines, char separator, char quote) {
        this.lines = lines;
        this.separator = separator;
        this.quote = quote;
    }

    @Override
    public Line next() throws IOException {
        Line first = take();
        if (first == null || !isOpen(first.text())) {
            return first;
        }
        Deque<Line> taken = new ArrayDeque<>();
        Line joined = first;
        while (taken.size() < MOST_JOINED) {
            Line next = take();
            if (next == null) {
                break;
            }
            taken.addLast(next);
            joined = joined.join(next);
            if (!isOpen(joined.text())) {
                return joined;
            }
        }
        while (!taken.isEmpty()) {
            waiting.addFirst(taken.removeLast());
        }
        return first;
    }

    private Line take() throws IOException {
        return waiting.isEmpty() ? lines.next() : waiting.removeFirst();
    }

    /** Returns whether a text ends within quotes. Only at the start of a field does a quote open; two stand for one. */
    private boolean isOpen(String text) {
        if (text.indexOf(quote) < 0) {
            return false;
        }
        boolean isOpen = false;
        boolean isFieldStart = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote && (isOpen || isFieldStart)) {
                isOpen = !isOpen;
                isFieldStart = !isOpen && at + 1 < text.length() && text.charAt(at + 1) == quote;
            } else if (!isOpen) {
                isFieldStart = c == separator;
            }
        }
        return isOpen;
    }

    @Override
    public List<ReadFile> files() {
        return lines.files();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

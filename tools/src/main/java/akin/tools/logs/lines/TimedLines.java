package akin.tools.logs.lines;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Lines with their times. A line that doesn't tell its time has that of the line before it. */
final class TimedLines implements Closeable {
    private final Lines lines;
    private final Clock clock;
    private Line line;
    private long time = Long.MIN_VALUE;

    TimedLines(Lines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Moves to the next line; false at the end. */
    boolean advance() throws IOException {
        line = lines.next();
        if (line != null && line.fault() == null) {
            try {
                time = clock.time(line);
            } catch (UnreadableLineException e) {
                // Whoever reads the line says so.
            }
        }
        return line != null;
    }

    Line line() {
        return line;
    }

    long time() {
        return time;
    }

    List<ReadFile> files() {
        return lines.files();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package akin.tools.logs.lines;

/** Reads when what a line tells of happened. */
@FunctionalInterface
public interface Clock {
    /**
     * Returns epoch milliseconds.
     *
     * @throws UnreadableLineException when the line doesn't tell
     */
    long time(Line line);
}

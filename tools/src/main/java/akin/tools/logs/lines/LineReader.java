package akin.tools.logs.lines;

import akin.models.event.Message;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Turns the lines of a log's files into messages. Lines come in the order of the log; what can't be used is refused with
 * an {@link UnreadableLineException}.
 */
public interface LineReader extends Clock {
    /** Opens a file's lines, without those that only say how to read others. */
    default Lines open(LogFile file) throws IOException {
        return new FileLines(file);
    }

    /** Returns whether lines are not in the order of time in the files. */
    default boolean isUnsorted() {
        return false;
    }

    /** Returns where a file stands among the log's files of the same time: those with the least are read first. */
    default int order(LogFile file) {
        return 0;
    }

    /** Gives a line's messages: none, one or several. */
    void read(Line line, Consumer<Message> out);

    /** Takes in what lines to come need to know of a line that an earlier run has read. */
    default void skip(Line line) {}
}

package akin.tools.logs;

import akin.models.event.Message;
import java.io.Closeable;
import java.util.Iterator;
import java.util.Optional;

/** The messages of a log in order; close it when done. */
public interface MessageIterator extends Iterator<Message>, Closeable {
    /** Returns how many lines gave a message of use so far; 0 where messages come in no lines. */
    default long lines() {
        return 0;
    }

    /**
     * Returns, at the end, what was read, so that a later run can go on in a longer log; empty when only the number of
     * messages tells.
     */
    default Optional<LogProgress> progress() {
        return Optional.empty();
    }
}

package akin.tools.logs;

import java.io.IOException;
import java.io.Serializable;

/** A recorded or simulated stream of messages that reads the same each time it is opened. */
@FunctionalInterface
public interface MessageLog extends Serializable {
    MessageIterator open() throws IOException;

    /** Opens the messages that come after what earlier runs have read. */
    default MessageIterator open(LogProgress before) throws IOException {
        return open();
    }
}

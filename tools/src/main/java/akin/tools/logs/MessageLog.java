package akin.tools.logs;

import java.io.IOException;
import java.io.Serializable;

/** A recorded or simulated stream of messages that reads the same each time it is opened. */
@FunctionalInterface
public interface MessageLog extends Serializable {
    MessageIterator open() throws IOException;
}

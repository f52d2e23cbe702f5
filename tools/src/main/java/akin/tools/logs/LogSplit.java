package akin.tools.logs;

import akin.models.event.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;

/**
 * A log and how far it was read: the only split of a {@link LogSource}.
 *
 * @param latest the latest time an event may be dated, epoch milliseconds
 * @param position number of messages already read
 */
record LogSplit(MessageLog log, long latest, long position) implements IteratorSourceSplit<Message, LogReading> {
    @Override
    public LogReading getIterator() {
        try {
            return LogReading.from(log, latest, position);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public LogSplit getUpdatedSplitForIterator(LogReading reading) {
        return new LogSplit(log, latest, reading.position());
    }

    @Override
    public String splitId() {
        return "log";
    }
}

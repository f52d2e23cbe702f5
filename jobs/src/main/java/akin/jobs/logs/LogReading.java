package akin.jobs.logs;

import akin.models.event.Message;
import java.io.IOException;
import java.util.Iterator;

/** Reads a log and counts. */
final class LogReading implements Iterator<Message> {
    private final MessageIterator messages;
    private long position;

    private LogReading(MessageIterator messages) {
        this.messages = messages;
    }

    static LogReading from(MessageLog log, long position) throws IOException {
        LogReading reading = new LogReading(log.open());
        while (reading.position < position && reading.hasNext()) {
            reading.next();
        }
        return reading;
    }

    long position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        return messages.hasNext();
    }

    @Override
    public Message next() {
        position++;
        return messages.next();
    }
}

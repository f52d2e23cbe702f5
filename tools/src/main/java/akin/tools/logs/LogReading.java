package akin.tools.logs;

import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;

/** Reads a log, counts, refuses events whose timestamps can't be true, and says when the log has ended. */
final class LogReading implements Iterator<Message> {
    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private final MessageIterator messages;
    private final long latest;
    private long position;
    private boolean ended;

    private LogReading(MessageIterator messages, long latest) {
        this.messages = messages;
        this.latest = latest;
    }

    static LogReading from(MessageLog log, long latest, long position) throws IOException {
        LogReading reading = new LogReading(log.open(), latest);
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
        return !ended;
    }

    @Override
    public Message next() {
        if (messages.hasNext()) {
            position++;
            return plausible(messages.next());
        }
        ended = true;
        return Message.END;
    }

    private Message plausible(Message message) {
        Event event = message.event();
        if (event == null || (event.timestamp() >= YEAR_2000 && event.timestamp() <= latest)) {
            return message;
        }
        return Message.of(DeadLetter.of(
                event.eventId(),
                "timestamp is " + event.timestamp() + ", allowed is a time from 2000-01-01T00:00:00Z to "
                        + Instant.ofEpochMilli(latest),
                event.toString()));
    }
}

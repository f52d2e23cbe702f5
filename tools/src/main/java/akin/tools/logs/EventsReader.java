package akin.tools.logs;

import akin.jobs.config.WireLimits;
import akin.jobs.wire.MessageReader;
import akin.models.event.Message;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.TimeRange;
import akin.tools.logs.lines.UnreadableLineException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The wire format, one JSON object per line; a catalogue message holds from the newest event before it on. */
final class EventsReader implements LineReader {
    private final MessageReader messages;
    private final long latest;
    private long newest;

    /**
     * @param newest event time up to which an earlier run has read
     */
    EventsReader(WireLimits wire, TimeRange range, long newest) {
        this.messages = new MessageReader(wire);
        this.latest = range.latest();
        this.newest = Math.max(0, newest);
    }

    private Message message(Line line) {
        return messages.message(line.text().getBytes(StandardCharsets.UTF_8), latest, newest, line.origin());
    }

    @Override
    public long time(Line line) {
        Message message = message(line);
        if (!(message instanceof Message.ShopEvent)) {
            throw new UnreadableLineException("no event");
        }
        return message.timestamp();
    }

    @Override
    public void read(Line line, Consumer<Message> out) {
        Message message = message(line);
        if (message instanceof Message.ShopEvent) {
            newest = Math.max(newest, message.timestamp());
        }
        out.accept(message);
    }
}

package akin.tools.logs;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Ids;
import akin.models.event.Message;
import akin.tools.logs.lines.Line;
import akin.tools.logs.lines.LineReader;
import akin.tools.logs.lines.UnreadableLineException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One session per line, item ids in the order of the clicks, separated by blanks; lines in time order. The files have no
 * clock: events are dated 20 ms apart, the pace of a shop, sessions one after the other; user and session are named after the line.
 */
final class SessionsReader implements LineReader {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final long MILLIS_APART = 20;
    private static final long START = Instant.parse("2016-01-01T00:00:00Z").toEpochMilli();

    private long now;

    /**
     * @param newest event time of the last click that an earlier run has read
     */
    SessionsReader(long newest) {
        now = newest == Long.MIN_VALUE ? START : newest + MILLIS_APART;
    }

    /** Returns the same for all lines: they stay as they are. */
    @Override
    public long time(Line line) {
        return START;
    }

    @Override
    public void read(Line line, Consumer<Message> out) {
        String session = line.eventId();
        String[] items = BLANKS.split(line.text().strip());
        for (String item : items) {
            if (!Ids.isValid(item)) {
                throw UnreadableLineException.wrong("an item", item, Ids.ALLOWED);
            }
        }
        for (int i = 0; i < items.length; i++) {
            out.accept(Message.of(Event.of(session + ":" + (i + 1), session, items[i], EventType.VIEW, now, session)));
            now += MILLIS_APART;
        }
    }
}

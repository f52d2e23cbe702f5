package akin.tools.logs;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One session per line, item ids in the order of the clicks, separated by blanks; lines in time order. The files have no
 * clock: events are dated 20 ms apart, the pace of a shop, sessions one after the other; user and session are named after the line.
 */
final class SessionsFormat implements LogFormat {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final long MILLIS_APART = 20;
    private static final long START = Instant.parse("2016-01-01T00:00:00Z").toEpochMilli();

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        return new LineLog(files, new Reader());
    }

    private static final class Reader implements LineLog.LineReader {
        private long now = START;

        @Override
        public void read(Line line, Consumer<Message> out) {
            String session = line.eventId();
            String[] items = BLANKS.split(line.text().strip());
            for (int i = 0; i < items.length; i++) {
                out.accept(
                        Message.of(Event.of(session + ":" + (i + 1), session, items[i], EventType.VIEW, now, session)));
                now += MILLIS_APART;
            }
        }
    }
}

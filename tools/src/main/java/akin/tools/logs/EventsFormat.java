package akin.tools.logs;

import akin.jobs.config.AkinSettings;
import akin.jobs.wire.MessageReader;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The wire format, one JSON object per line; an object without {@code user_id} and {@code type} is a catalogue message,
 * which holds from the newest event before it on.
 */
final class EventsFormat implements LogFormat {
    private static final Pattern EVENT_FIELD = Pattern.compile("\"(user_id|type|event_id)\"\\s*:");
    private static final Pattern ITEM_FIELD = Pattern.compile("\"item_id\"\\s*:");

    @Override
    public String name() {
        return "events";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        return new LineLog(files, new Reader());
    }

    private static final class Reader implements LineLog.LineReader {
        /** A recorded log has no arrival times; what is dated too late is refused by the {@link LogSource}. */
        private static final long NEVER = Long.MAX_VALUE / 4;

        private final MessageReader messages =
                new MessageReader(AkinSettings.defaults().wire());
        private long newest;

        @Override
        public void read(Line line, Consumer<Message> out) {
            byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
            String origin = line.file() + ":" + line.number();
            boolean isItem = !EVENT_FIELD.matcher(line.text()).find()
                    && ITEM_FIELD.matcher(line.text()).find();
            Message message = isItem ? messages.item(bytes, newest, origin) : messages.event(bytes, NEVER, origin);
            if (message.event() != null) {
                newest = Math.max(newest, message.timestamp());
            }
            out.accept(message);
        }
    }
}

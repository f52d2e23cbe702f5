package akin.tools.logs;

import akin.jobs.config.AkinSettings;
import akin.models.catalog.Item;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Recorded logs for tests. */
public final class Logs {
    /** As {@code --until} has it. */
    public static final long UNTIL = Instant.parse("2035-01-01T00:00:00Z").toEpochMilli();

    private Logs() {}

    /** Returns a log in a format that needs no mapping. */
    public static RecordedFiles of(String format, Path... files) {
        return new RecordedFiles(
                LogFormats.of(format, AkinSettings.defaults().wire(), UNTIL), Arrays.asList(files), false);
    }

    /** Returns a log as a mapping says. */
    static RecordedFiles mapped(String yaml, Path... files) {
        return new RecordedFiles(LogFormats.mapped(yaml, "mapping.yaml", UNTIL), Arrays.asList(files), false);
    }

    static List<Message> read(MessageLog log) throws IOException {
        List<Message> messages = new ArrayList<>();
        try (MessageIterator iterator = log.open()) {
            iterator.forEachRemaining(messages::add);
        }
        return messages;
    }

    static List<Event> events(List<Message> messages) {
        return of(Message.ShopEvent.class, messages)
                .map(Message.ShopEvent::event)
                .toList();
    }

    static List<Item> items(List<Message> messages) {
        return of(Message.ItemChange.class, messages)
                .map(Message.ItemChange::item)
                .toList();
    }

    static List<DeadLetter> letters(List<Message> messages) {
        return of(Message.Unreadable.class, messages)
                .map(Message.Unreadable::letter)
                .toList();
    }

    private static <T extends Message> Stream<T> of(Class<T> kind, List<Message> messages) {
        return messages.stream().filter(kind::isInstance).map(kind::cast);
    }
}

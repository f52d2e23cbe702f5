package akin.tools.logs;

import akin.models.event.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Whole logs brought into the order of event time, for formats whose files are in another one. Holds all messages in
 * memory, some 200 bytes each.
 */
final class SortedLog implements MessageIterator {
    private final Iterator<Message> messages;

    /** Messages of the same time stay in the order of the logs and of their lines. */
    SortedLog(List<MessageIterator> logs) throws IOException {
        List<Message> all = new ArrayList<>();
        for (MessageIterator log : logs) {
            try (log) {
                log.forEachRemaining(all::add);
            }
        }
        all.sort(Comparator.comparingLong(Message::timestamp));
        messages = all.iterator();
    }

    @Override
    public boolean hasNext() {
        return messages.hasNext();
    }

    @Override
    public Message next() {
        return messages.next();
    }

    @Override
    public void close() {}
}

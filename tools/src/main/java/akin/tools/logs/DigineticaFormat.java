package akin.tools.logs;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * CIKM Cup 2016 as published: {@code train-item-views.csv} (session_id;user_id;item_id;timeframe;eventdate) and
 * optionally {@code product-categories.csv} (itemId;categoryId), told apart by their headers. A view happened at its
 * date plus its timeframe (ms); a session without user is a user of its own.
 */
final class DigineticaFormat implements LogFormat {
    @Override
    public String name() {
        return "diginetica";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        List<MessageIterator> logs = new ArrayList<>();
        for (Path file : files) {
            logs.add(new LineLog(List.of(file), new Reader()));
        }
        return new SortedLog(logs);
    }

    private static final class Reader implements LineLog.LineReader {
        private final Csv csv = Csv.withHeader(';');
        private String item;
        private String session;
        private String category;

        @Override
        public void start(LogFile file) throws IOException {
            boolean empty = !csv.header(file);
            item = either("item_id", "itemId");
            session = either("session_id", "sessionId");
            category = either("category_id", "categoryId");
            boolean isViews = csv.hasColumn(session) && csv.hasColumn("eventdate");
            if (!empty && (!csv.hasColumn(item) || !(isViews || csv.hasColumn(category)))) {
                throw new IOException(file.baseName() + ": the first line must name session_id;user_id;item_id;"
                        + "timeframe;eventdate or item_id;category_id");
            }
        }

        private String either(String name, String otherName) {
            return csv.hasColumn(name) ? name : otherName;
        }

        @Override
        public void read(Line line, Consumer<Message> out) {
            Csv.Row row = csv.row(line);
            if (csv.hasColumn(category)) {
                out.accept(Message.of(Item.of(row.text(item), 0, List.of(row.text(category)))));
            } else {
                out.accept(Message.of(event(line, row)));
            }
        }

        private Event event(Line line, Csv.Row row) {
            String user = row.optional(csv.hasColumn("user_id") ? "user_id" : "userId");
            String sessionId = row.text(session);
            return Event.of(
                    line.eventId(),
                    user.isEmpty() || user.equals("NA") ? "s" + sessionId : user,
                    row.text(item),
                    EventType.VIEW,
                    Times.date("eventdate", row.text("eventdate")) + row.number("timeframe"),
                    sessionId);
        }
    }
}

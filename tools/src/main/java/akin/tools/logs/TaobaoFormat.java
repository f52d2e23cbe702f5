package akin.tools.logs;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Taobao user behaviour: timestamp (s),user,item,behavior. A favourite is the weakest interest here: a view. */
final class TaobaoFormat implements LogFormat {
    @Override
    public String name() {
        return "taobao";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        return new LineLog(files, new Reader());
    }

    private static final class Reader implements LineLog.LineReader {
        private final Csv csv = Csv.withHeader(',');

        @Override
        public void start(LogFile file) throws IOException {
            csv.header(file, "timestamp", "user", "item", "behavior");
        }

        @Override
        public void read(Line line, Consumer<Message> out) {
            Csv.Row row = csv.row(line);
            out.accept(Message.of(Event.of(
                    line.eventId(),
                    row.text("user"),
                    row.text("item"),
                    type(row.text("behavior")),
                    row.number("timestamp") * 1000,
                    null)));
        }

        private static EventType type(String behavior) {
            return switch (behavior) {
                case "pv", "fav" -> EventType.VIEW;
                case "cart" -> EventType.CART;
                case "buy" -> EventType.PURCHASE;
                default -> throw Times.wrong("behavior", behavior, "pv, fav, cart, buy");
            };
        }
    }
}

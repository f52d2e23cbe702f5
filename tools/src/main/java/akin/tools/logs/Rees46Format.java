package akin.tools.logs;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * REES46's multi-category store: event_time,event_type,product_id,category_id,category_code,brand,price,user_id,
 * user_session. Where the category has no code, its id is the path.
 */
final class Rees46Format implements LogFormat {
    @Override
    public String name() {
        return "rees46";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        return new LineLog(files, new Reader());
    }

    private static final class Reader implements LineLog.LineReader {
        private final Csv csv = Csv.withHeader(',');
        private final Catalogue catalogue = new Catalogue();

        @Override
        public void start(LogFile file) throws IOException {
            csv.header(file, "event_time", "event_type", "product_id", "category_id", "price", "user_id");
        }

        @Override
        public void read(Line line, Consumer<Message> out) {
            Csv.Row row = csv.row(line);
            long time = Times.dateAndTime("event_time", row.text("event_time"));
            EventType type = type(row.text("event_type"));
            Item item = item(row, time);
            catalogue.see(item, out);
            String session = row.optional("user_session");
            out.accept(Message.of(Event.of(
                    line.eventId(),
                    row.text("user_id"),
                    item.itemId(),
                    type,
                    time,
                    session.isEmpty() ? null : session)));
        }

        private static Item item(Csv.Row row, long time) {
            String code = row.optional("category_code");
            String brand = row.optional("brand");
            List<String> category = code.isEmpty() ? List.of(row.text("category_id")) : List.of(code.split("\\."));
            return new Item(
                    row.text("product_id"),
                    time,
                    category,
                    brand.isEmpty() ? null : brand,
                    row.price("price"),
                    new TreeMap<>(),
                    true,
                    0,
                    false);
        }

        private static EventType type(String type) {
            return switch (type) {
                case "view" -> EventType.VIEW;
                case "cart" -> EventType.CART;
                case "purchase" -> EventType.PURCHASE;
                default -> throw Times.wrong("event_type", type, "view, cart, purchase");
            };
        }
    }
}

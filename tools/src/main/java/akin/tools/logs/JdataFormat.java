package akin.tools.logs;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * JD's JData 2018: action_time,user_id,sku_id,type,session_id, and optionally items (sku_id,brand,shop,category,year),
 * which are read first. Following a product and commenting on one are views: the shopper was at the item.
 */
final class JdataFormat implements LogFormat {
    @Override
    public String name() {
        return "jdata";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        List<Path> itemsFirst = new ArrayList<>();
        for (Path file : files) {
            itemsFirst.add(holdsItems(file) ? 0 : itemsFirst.size(), file);
        }
        return new LineLog(itemsFirst, new Reader());
    }

    private static boolean holdsItems(Path path) throws IOException {
        try (LogFile file = new LogFile(path)) {
            Line header = file.next();
            return header != null && header.text().contains("brand");
        }
    }

    private static final class Reader implements LineLog.LineReader {
        private final Csv csv = Csv.withHeader(',');
        private boolean items;

        @Override
        public void start(LogFile file) throws IOException {
            csv.header(file, "sku_id");
            items = csv.hasColumn("brand");
        }

        @Override
        public void read(Line line, Consumer<Message> out) {
            Csv.Row row = csv.row(line);
            out.accept(items ? Message.of(item(row)) : Message.of(event(line, row)));
        }

        private static Item item(Csv.Row row) {
            TreeMap<String, String> attributes = new TreeMap<>();
            attributes.put("shop", row.text("shop"));
            attributes.put("year", row.text("year"));
            return new Item(
                    row.text("sku_id"),
                    0,
                    List.of(row.text("category")),
                    row.text("brand"),
                    Double.NaN,
                    attributes,
                    true,
                    0,
                    false);
        }

        private static Event event(Line line, Csv.Row row) {
            return Event.of(
                    line.eventId(),
                    row.text("user_id"),
                    row.text("sku_id"),
                    type(row.text("type")),
                    Times.dateAndTime("action_time", row.text("action_time")),
                    row.text("session_id"));
        }

        private static EventType type(String type) {
            return switch (type) {
                case "1", "3", "4" -> EventType.VIEW;
                case "2" -> EventType.PURCHASE;
                case "5" -> EventType.CART;
                default -> throw Times.wrong("type", type, "1 view, 2 order, 3 follow, 4 comment, 5 cart");
            };
        }
    }
}

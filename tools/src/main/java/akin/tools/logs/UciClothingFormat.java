package akin.tools.logs;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * UCI 553, "Clickstream data for online shopping" (CC BY 4.0): the clicks of a clothes shop in 2008. Sessions are whole
 * and days are in order, but there is no time of day: clicks are dated a second apart from midnight on, never before the
 * click above. Category, colour, photography and price belong to the item; page and place on the page do not.
 */
final class UciClothingFormat implements LogFormat {
    private static final Map<Long, String> CATEGORIES = Map.of(1L, "trousers", 2L, "skirts", 3L, "blouses", 4L, "sale");

    @Override
    public String name() {
        return "uci-clothing";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        return new LineLog(files, new Reader());
    }

    private static final class Reader implements LineLog.LineReader {
        private final Csv csv = Csv.withHeader(';');
        private final Catalogue catalogue = new Catalogue();
        private long now = Long.MIN_VALUE;

        @Override
        public void start(LogFile file) throws IOException {
            csv.header(
                    file,
                    "year",
                    "month",
                    "day",
                    "session ID",
                    "page 1 (main category)",
                    "page 2 (clothing model)",
                    "colour",
                    "model photography",
                    "price",
                    "price 2");
        }

        @Override
        public void read(Line line, Consumer<Message> out) {
            Csv.Row row = csv.row(line);
            long time = Math.max(day(row), now + 1000);
            String session = row.text("session ID");
            Item item = item(row, time);
            now = time;
            catalogue.see(item, out);
            out.accept(Message.of(Event.of(line.eventId(), session, item.itemId(), EventType.VIEW, time, session)));
        }

        private static long day(Csv.Row row) {
            try {
                return LocalDate.of((int) row.number("year"), (int) row.number("month"), (int) row.number("day"))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            } catch (DateTimeException e) {
                throw new UnreadableLineException("year, month, day: " + e.getMessage());
            }
        }

        private static Item item(Csv.Row row, long time) {
            String category = CATEGORIES.get(row.number("page 1 (main category)"));
            if (category == null) {
                throw new UnreadableLineException(
                        "page 1 (main category) is " + row.text("page 1 (main category)") + ", allowed is 1 to 4");
            }
            TreeMap<String, String> attributes = new TreeMap<>();
            attributes.put("colour", row.text("colour"));
            attributes.put("photography", row.text("model photography"));
            attributes.put("above_average_price", row.text("price 2"));
            return new Item(
                    row.text("page 2 (clothing model)"),
                    time,
                    List.of(category),
                    null,
                    row.price("price"),
                    attributes,
                    true,
                    0,
                    false);
        }
    }
}

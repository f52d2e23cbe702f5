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
 * RecSys Challenge 2015 as published, without headers: {@code yoochoose-clicks.dat} (session,timestamp,item,category) and
 * {@code yoochoose-buys.dat} (session,timestamp,item,price,quantity), told apart by their number of fields. Category 0
 * is unknown, S a special offer, 1 to 12 a category, and longer numbers are brands.
 */
final class YooChooseFormat implements LogFormat {
    private static final int LONGEST_CATEGORY = 2;

    @Override
    public String name() {
        return "yoochoose";
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
        private final Csv clicks = Csv.withoutHeader(',', "session", "timestamp", "item", "category");
        private final Csv buys = Csv.withoutHeader(',', "session", "timestamp", "item", "price", "quantity");
        private final Catalogue catalogue = new Catalogue();

        @Override
        public void read(Line line, Consumer<Message> out) {
            boolean bought = line.text().chars().filter(c -> c == ',').count() == 4;
            Csv.Row row = (bought ? buys : clicks).row(line);
            long time = Times.instant("timestamp", row.text("timestamp"));
            if (!bought) {
                catalogue.see(item(row, time), out);
            }
            out.accept(Message.of(Event.of(
                    line.eventId(),
                    row.text("session"),
                    row.text("item"),
                    bought ? EventType.PURCHASE : EventType.VIEW,
                    time,
                    row.text("session"))));
        }

        private static Item item(Csv.Row row, long time) {
            String category = row.text("category");
            boolean isBrand = category.length() > LONGEST_CATEGORY;
            List<String> path =
                    category.equals("0") || isBrand ? List.of() : List.of(category.equals("S") ? "special" : category);
            return new Item(
                    row.text("item"),
                    time,
                    path,
                    isBrand ? category : null,
                    Double.NaN,
                    new TreeMap<>(),
                    true,
                    0,
                    false);
        }
    }
}

package akin.tools.logs;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * RetailRocket as published: {@code events.csv}, {@code item_properties*.csv} and {@code category_tree.csv}, told apart
 * by their headers. Of the properties, {@code categoryid} and {@code available} are used: all others are hashed.
 */
final class RetailRocketFormat implements LogFormat {
    @Override
    public String name() {
        return "retailrocket";
    }

    @Override
    public MessageIterator open(List<Path> files) throws IOException {
        Map<String, String> parents = new HashMap<>();
        List<Path> properties = new ArrayList<>();
        List<Path> events = new ArrayList<>();
        for (Path file : files) {
            String header = header(file);
            if (header.contains("parentid")) {
                readTree(file, parents);
            } else if (header.contains("property")) {
                properties.add(file);
            } else {
                events.add(file);
            }
        }
        MessageIterator items = new RetailRocketItems(properties, parents);
        return new SortedLog(List.of(items, new LineLog(events, new EventReader())));
    }

    private static String header(Path path) throws IOException {
        try (LogFile file = new LogFile(path)) {
            Line line = file.next();
            return line == null ? "" : line.text();
        }
    }

    private static void readTree(Path path, Map<String, String> parents) throws IOException {
        Csv csv = Csv.withHeader(',');
        try (LogFile file = new LogFile(path)) {
            csv.header(file, "categoryid", "parentid");
            for (Line line = file.next(); line != null; line = file.next()) {
                Csv.Row row = csv.row(line);
                parents.put(row.text("categoryid"), row.optional("parentid"));
            }
        } catch (UnreadableLineException e) {
            throw new IOException(path + ": " + e.getMessage());
        }
    }

    private static final class EventReader implements LineLog.LineReader {
        private final Csv csv = Csv.withHeader(',');

        @Override
        public void start(LogFile file) throws IOException {
            csv.header(file, "timestamp", "visitorid", "event", "itemid");
        }

        @Override
        public void read(Line line, Consumer<Message> out) {
            Csv.Row row = csv.row(line);
            out.accept(Message.of(Event.of(
                    line.eventId(),
                    row.text("visitorid"),
                    row.text("itemid"),
                    type(row.text("event")),
                    row.number("timestamp"),
                    null)));
        }

        private static EventType type(String event) {
            return switch (event) {
                case "view" -> EventType.VIEW;
                case "addtocart" -> EventType.CART;
                case "transaction" -> EventType.PURCHASE;
                default -> throw Times.wrong("event", event, "view, addtocart, transaction");
            };
        }
    }
}

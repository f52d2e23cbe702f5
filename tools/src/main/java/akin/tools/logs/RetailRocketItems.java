package akin.tools.logs;

import akin.models.catalog.Item;
import akin.models.event.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** RetailRocket's item properties, in time order, as catalogue messages: each change repeats what holds of the item. */
final class RetailRocketItems implements MessageIterator {
    private static final int DEEPEST = 16;

    private final Map<String, String> parents;
    private final Map<String, Item> items = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Iterator<Message> iterator;

    private record Change(long timestamp, String item, String property, String value) {}

    /**
     * @param parents parent of each category, empty for roots
     */
    RetailRocketItems(List<Path> files, Map<String, String> parents) throws IOException {
        this.parents = parents;
        List<Change> changes = new ArrayList<>();
        for (Path file : files) {
            read(file, changes);
        }
        changes.sort(Comparator.comparingLong(Change::timestamp));
        changes.forEach(this::apply);
        iterator = messages.iterator();
    }

    private void read(Path path, List<Change> changes) throws IOException {
        Csv csv = Csv.withHeader(',');
        try (LogFile file = new LogFile(path)) {
            csv.header(file, "timestamp", "itemid", "property", "value");
            for (Line line = file.next(); line != null; line = file.next()) {
                read(csv, line, changes);
            }
        }
    }

    private void read(Csv csv, Line line, List<Change> changes) {
        try {
            Csv.Row row = csv.row(line);
            String property = row.text("property");
            if (property.equals("categoryid") || property.equals("available")) {
                changes.add(new Change(row.number("timestamp"), row.text("itemid"), property, row.text("value")));
            }
        } catch (UnreadableLineException e) {
            messages.add(line.refused(e.getMessage()));
        }
    }

    private void apply(Change change) {
        Item before = items.getOrDefault(change.item(), Item.of(change.item(), change.timestamp(), List.of()));
        boolean isCategory = change.property().equals("categoryid");
        Item now = new Item(
                change.item(),
                change.timestamp(),
                isCategory ? path(change.value()) : before.category(),
                null,
                Double.NaN,
                new TreeMap<>(),
                isCategory ? before.available() : change.value().equals("1"),
                0,
                false);
        items.put(change.item(), now);
        messages.add(Message.of(now));
    }

    private List<String> path(String category) {
        List<String> path = new ArrayList<>();
        String at = category;
        while (at != null && !at.isEmpty() && path.size() < DEEPEST) {
            path.add(at);
            at = parents.get(at);
        }
        Collections.reverse(path);
        return path;
    }

    @Override
    public boolean hasNext() {
        return iterator.hasNext();
    }

    @Override
    public Message next() {
        return iterator.next();
    }

    @Override
    public void close() {}
}

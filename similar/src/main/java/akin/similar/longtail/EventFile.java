package akin.similar.longtail;

import akin.similar.catalogue.TableFile;
import akin.similar.settings.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A log of events with a header line: who did what to which item, and when. An item is in a user's history once, where
 * it was taken first, with the sum of the weights of its events.
 */
final class EventFile {
    private static final Map<String, List<String>> HABITS = Map.of(
            "user", List.of("user_id", "user", "userid", "visitor_id", "visitorid", "customerid", "session_id"),
            "item", List.of("item_id", "item", "product_id", "sku_id", "itemid", "productid", "stockcode"),
            "time", List.of("timestamp", "time", "event_time", "action_time", "datetime", "date"),
            "type", List.of("event_type", "behavior", "type", "event", "action"));

    private final Map<String, String> columns;
    private final Map<String, Double> weights;
    private long badRows;

    /**
     * @param columns names by what they hold: user, item, time, type; guessed where they are not given
     * @param weights by the type of the event; 1 for a type that is not named
     */
    EventFile(Map<String, String> columns, Map<String, Double> weights) {
        this.columns = columns;
        this.weights = weights;
        for (String key : columns.keySet()) {
            if (!HABITS.containsKey(key)) {
                throw new UsageException("--column " + key + ": must be one of user, item, time, type");
            }
        }
    }

    private record Event(int item, long time, float weight) {}

    /** Returns how many rows had no user, no item or no time, or a weight of zero. */
    long badRows() {
        return badRows;
    }

    void read(Path file, UserSequences to) throws IOException {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        new TableFile(file, "log of events").read(header -> {
            Places places = new Places(header.toArray(String[]::new));
            return row -> add(row, places, events, to);
        });
        if (events.isEmpty()) {
            throw new UsageException(file + " has no event of a user, an item and a time; " + badRows + " bad rows");
        }
        events.forEach((user, of) -> addUser(user, of, to));
    }

    private void add(String[] row, Places places, Map<String, List<Event>> events, UserSequences to) {
        String user = places.value(row, places.user);
        String item = places.value(row, places.item);
        Long time = places.time < 0 ? Long.valueOf(0) : time(places.value(row, places.time));
        String type = places.value(row, places.type);
        double weight = type == null ? 1 : weights.getOrDefault(type, 1.0);
        if (user == null || item == null || time == null || !(weight > 0)) {
            badRows++;
            return;
        }
        events.computeIfAbsent(user, id -> new ArrayList<>()).add(new Event(to.number(item), time, (float) weight));
    }

    /** Returns a number, or a point in time as a number; null for what is neither. */
    private static Long time(String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("-?\\d+(\\.\\d+)?")) {
                return (long) (Double.parseDouble(text) * 1000);
            }
            String iso = text.replace(' ', 'T').replaceAll("T?UTC$", "");
            return iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:\\d\\d$")
                    ? Instant.parse(iso).toEpochMilli()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void addUser(String user, List<Event> events, UserSequences to) {
        events.sort(Comparator.comparingLong(Event::time));
        Map<Integer, Float> sums = new LinkedHashMap<>();
        events.forEach(event -> sums.merge(event.item(), event.weight(), Float::sum));
        int[] items = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] weights = new float[items.length];
        int i = 0;
        for (float weight : sums.values()) {
            weights[i++] = weight;
        }
        to.addUser(user, items, weights);
    }

    /** Where the columns are; -1 for one that there isn't. */
    private final class Places {
        private final int user;
        private final int item;
        private final int time;
        private final int type;

        Places(String[] header) {
            user = place("user", header);
            item = place("item", header);
            time = place("time", header);
            type = place("type", header);
            if (user < 0 || item < 0) {
                throw new UsageException("no column holds the " + (user < 0 ? "user" : "item")
                        + ": name one by --column user=NAME, item=NAME, of " + String.join(", ", header));
            }
        }

        private int place(String what, String[] header) {
            List<String> names =
                    columns.containsKey(what) ? List.of(columns.get(what).toLowerCase(Locale.ROOT)) : HABITS.get(what);
            for (String name : names) {
                for (int i = 0; i < header.length; i++) {
                    if (header[i].strip().toLowerCase(Locale.ROOT).equals(name)) {
                        return i;
                    }
                }
            }
            if (columns.containsKey(what)) {
                throw new UsageException("--column " + what + "=" + columns.get(what) + ": there is no such column, of "
                        + Arrays.toString(header));
            }
            return -1;
        }

        private String value(String[] row, int place) {
            return place < 0 || place >= row.length || row[place].isBlank() ? null : row[place].strip();
        }
    }
}

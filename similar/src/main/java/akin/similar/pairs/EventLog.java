package akin.similar.pairs;

import akin.models.event.EventType;
import akin.models.event.Ids;
import akin.similar.files.TextFiles;
import akin.similar.pairs.ViewToPurchase.Action;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What shoppers looked at and bought, from a log of events as the streaming job takes them: a JSON object a line, packed by
 * gzip or not. Other events, and catalogue messages in between, are passed over. What a shopper did before asking to be
 * forgotten is left out. All views and purchases are in memory.
 */
public final class EventLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ToIntFunction<String> items;
    private final Map<String, List<Event>> shoppers = new LinkedHashMap<>();
    private long unreadable;
    private long purchases;

    private EventLog(ToIntFunction<String> items) {
        this.items = items;
    }

    private record Event(long time, EventType type, int item) {}

    /**
     * Reads a log.
     *
     * @param items gives the number of an item
     */
    public static EventLog read(Path file, ToIntFunction<String> items) throws IOException {
        EventLog log = new EventLog(items);
        try (BufferedReader lines = TextFiles.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    log.add(line);
                }
            }
        }
        return log;
    }

    private void add(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            boolean isItem = json.has("item_id") && !json.has("user_id") && !json.has("event_id");
            if (!isItem && !add(json)) {
                unreadable++;
            }
        } catch (JsonProcessingException e) {
            unreadable++;
        }
    }

    /** Returns whether it is an event. */
    private boolean add(JsonNode json) {
        String user = id(json.path("user_id"));
        EventType type = EventType.ofWireName(json.path("type").asText());
        Long time = time(json.path("timestamp"));
        String item = type == EventType.FORGET ? "" : id(json.path("item_id"));
        if (user == null || type == null || time == null || item == null) {
            return false;
        }
        switch (type) {
            case VIEW, PURCHASE -> add(user, new Event(time, type, items.applyAsInt(item)));
            case FORGET -> add(user, new Event(time, type, -1));
            default -> {
                // Says neither what was looked at nor what was bought.
            }
        }
        purchases += type == EventType.PURCHASE ? 1 : 0;
        return true;
    }

    private void add(String user, Event event) {
        shoppers.computeIfAbsent(user, unknown -> new ArrayList<>()).add(event);
    }

    private static String id(JsonNode value) {
        boolean isText = value.isTextual() || value.isIntegralNumber();
        return isText && Ids.isValid(value.asText()) ? value.asText() : null;
    }

    /** Epoch milliseconds, of a number or a text with an offset; null of anything else. */
    private static Long time(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.asLong();
        }
        try {
            return value.isTextual()
                    ? (Long) OffsetDateTime.parse(value.asText()).toInstant().toEpochMilli()
                    : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Mines the pairs of all shoppers. */
    public List<Pair> mine(ViewToPurchase mining) {
        List<Pair> pairs = new ArrayList<>();
        shoppers.values().forEach(events -> pairs.addAll(mining.mine(actions(events))));
        return pairs;
    }

    /** In the order of time; those of the same time in the order of the log. */
    private static List<Action> actions(List<Event> events) {
        List<Action> actions = new ArrayList<>();
        events.stream().sorted(Comparator.comparingLong(Event::time)).forEach(event -> {
            if (event.type() == EventType.FORGET) {
                actions.clear();
            } else {
                actions.add(new Action(event.item(), event.type() == EventType.PURCHASE));
            }
        });
        return actions;
    }

    /** Returns how many lines were no event. */
    public long unreadable() {
        return unreadable;
    }

    /** Returns how many purchases there were. */
    public long purchases() {
        return purchases;
    }
}

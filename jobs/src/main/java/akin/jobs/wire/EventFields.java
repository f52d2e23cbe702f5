package akin.jobs.wire;

import akin.models.event.Event;
import akin.models.event.EventType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers the fields of one event, in whatever order they come. */
final class EventFields {
    private static final double MOST_VALUE = 1e9;
    private static final int HUNDREDTHS = 100;

    private final long latest;
    private String eventId;
    private String userId;
    private String itemId;
    private EventType type;
    private long timestamp = Long.MIN_VALUE;
    private String sessionId;
    private String placement;
    private String anchorId;
    private String rankingId;
    private long value;

    /**
     * @param latest the latest time an event may be dated, epoch milliseconds
     */
    EventFields(long latest) {
        this.latest = latest;
    }

    Event read(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            field(field, parser);
        }
        requireAll();
        if (type == EventType.FORGET) {
            return Event.forget(eventId, userId, timestamp);
        }
        return new Event(eventId, userId, itemId, type, timestamp, sessionId, placement, anchorId, rankingId, value);
    }

    private void field(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "event_id" -> eventId = Values.id(field, parser);
            case "user_id" -> userId = Values.id(field, parser);
            case "item_id" -> itemId = Values.id(field, parser);
            case "type" -> type = type(parser);
            case "timestamp" -> timestamp = Values.eventTime(field, parser, latest);
            case "session_id" -> sessionId = Values.id(field, parser);
            case "placement" -> placement = Values.text(field, parser);
            case "anchor_id" -> anchorId = Values.id(field, parser);
            case "ranking_id" -> rankingId = Values.id(field, parser);
            case "value" -> value = value(parser);
            default -> parser.skipChildren();
        }
    }

    /** Returns whether a field belongs to an event and to nothing else. */
    static boolean tells(String field, JsonParser parser) throws IOException {
        return switch (field) {
            case "event_id", "user_id" -> true;
            case "type" ->
                parser.currentToken() == JsonToken.VALUE_STRING && EventType.ofWireName(parser.getText()) != null;
            default -> false;
        };
    }

    /** Hundredths of the currency; nothing is worth less than nothing. */
    private static long value(JsonParser parser) throws IOException {
        double value = Values.number("value", parser);
        if (Double.isNaN(value)) {
            return 0;
        }
        if (!(value >= 0 && value <= MOST_VALUE)) {
            throw Values.wrong("value", parser, "a number from 0 to 1000000000");
        }
        return Math.round(value * HUNDREDTHS);
    }

    private static EventType type(JsonParser parser) throws IOException {
        EventType type = EventType.ofWireName(Values.text("type", parser));
        if (type == null) {
            throw Values.wrong("type", parser, "one of " + EventType.wireNames());
        }
        return type;
    }

    private void requireAll() {
        List<String> missing = new ArrayList<>();
        require("event_id", eventId, missing);
        require("user_id", userId, missing);
        require("item_id", type == EventType.FORGET ? "" : itemId, missing);
        require("type", type, missing);
        require("timestamp", timestamp == Long.MIN_VALUE ? null : timestamp, missing);
        if (!missing.isEmpty()) {
            throw new Refusal("missing: " + String.join(", ", missing));
        }
    }

    private static void require(String field, Object value, List<String> missing) {
        if (value == null) {
            missing.add(field);
        }
    }
}

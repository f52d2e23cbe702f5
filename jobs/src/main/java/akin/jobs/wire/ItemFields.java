package akin.jobs.wire;

import akin.models.catalog.Item;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Gathers the fields of one catalogue message. */
final class ItemFields {
    private static final int DEEPEST_CATEGORY = 16;

    private final long timestamp;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private String itemId;
    private List<String> category = List.of();
    private String brand;
    private double price = Double.NaN;
    private boolean available = true;
    private long createdAt;
    private boolean deleted;
    private final ContentFields content = new ContentFields();

    /**
     * @param timestamp event time from which the message holds, epoch milliseconds
     */
    ItemFields(long timestamp) {
        this.timestamp = timestamp;
    }

    Item read(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            field(field, parser);
        }
        if (itemId == null) {
            throw new Refusal("missing: item_id");
        }
        return deleted
                ? Item.deleted(itemId, timestamp)
                : new Item(
                        itemId,
                        timestamp,
                        category,
                        brand,
                        price,
                        attributes,
                        available,
                        createdAt,
                        false,
                        content.content());
    }

    private void field(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "item_id" -> itemId = Values.id(field, parser);
            case "category" -> category = category(parser);
            case "brand" -> brand = Values.text(field, parser);
            case "price" -> price = Values.number(field, parser);
            case "attributes" -> attributes(parser);
            case "available" -> available = Values.flag(field, parser);
            case "created_at" -> createdAt = Values.time(field, parser);
            case "deleted" -> deleted = Values.flag(field, parser);
            case "title" -> content.title(Values.text(field, parser));
            case "embeddings" -> content.embeddings(parser);
            case "similar" -> content.similar(parser);
            default -> parser.skipChildren();
        }
    }

    private static List<String> category(JsonParser parser) throws IOException {
        List<String> path = new ArrayList<>();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return path;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Values.wrong("category", parser, "a list of names from the root to the leaf");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String name = Values.id("category", parser);
            if (name == null || path.size() == DEEPEST_CATEGORY) {
                throw Values.wrong("category", parser, "at most " + DEEPEST_CATEGORY + " names");
            }
            path.add(name);
        }
        return path;
    }

    private void attributes(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Values.wrong("attributes", parser, "an object of names and values");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Values.whole("attributes", parser.currentName());
            parser.nextToken();
            String value = Values.scalar("attributes." + name, parser);
            if (value != null) {
                attributes.put(name, value);
            }
        }
    }
}

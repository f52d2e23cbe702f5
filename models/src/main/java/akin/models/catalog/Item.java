package akin.models.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the catalogue says of an item; a later message replaces an earlier one whole, but for the content that it doesn't
 * tell.
 *
 * @param timestamp event time from which this holds, epoch milliseconds
 * @param category path from the root of the category tree to the item's leaf, empty when unknown
 * @param brand or null
 * @param price in the shop's currency, NaN when unknown; what can't be a price, zero and less included, is unknown
 * @param attributes shown to shoppers, name to value
 * @param createdAt when the item came into the shop, epoch milliseconds; 0 when unknown
 * @param deleted true when the message takes the item out of the catalogue
 * @param content what is told of words and pictures
 */
public record Item(
        String itemId,
        long timestamp,
        List<String> category,
        String brand,
        double price,
        SortedMap<String, String> attributes,
        boolean available,
        long createdAt,
        boolean deleted,
        Content content) {

    public Item {
        Objects.requireNonNull(itemId, "item_id");
        category = List.copyOf(category);
        price = price > 0 && price <= Float.MAX_VALUE ? price : Double.NaN;
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** An item of which no content is told. */
    public Item(
            String itemId,
            long timestamp,
            List<String> category,
            String brand,
            double price,
            SortedMap<String, String> attributes,
            boolean available,
            long createdAt,
            boolean deleted) {
        this(itemId, timestamp, category, brand, price, attributes, available, createdAt, deleted, Content.NONE);
    }

    /** An available item of a category, with nothing else known. */
    public static Item of(String itemId, long timestamp, List<String> category) {
        return new Item(itemId, timestamp, category, null, Double.NaN, new TreeMap<>(), true, 0, false);
    }

    /** The same from another time on. */
    public Item at(long time) {
        return new Item(itemId, time, category, brand, price, attributes, available, createdAt, deleted, content);
    }

    /** The same with other content. */
    public Item with(Content other) {
        return new Item(itemId, timestamp, category, brand, price, attributes, available, createdAt, deleted, other);
    }

    /** The message that takes an item out of the catalogue. */
    public static Item deleted(String itemId, long timestamp) {
        return new Item(itemId, timestamp, List.of(), null, Double.NaN, new TreeMap<>(), false, 0, true);
    }
}

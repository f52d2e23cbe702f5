package akin.similar.catalogue;

import akin.similar.settings.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which columns of a catalogue hold what. What is null or empty, the catalogue doesn't have.
 *
 * @param category one column per level, the root first
 * @param image where the picture is, with the names of columns in braces, such as <code>{id}.jpg</code>
 * @param attributes columns by the name of the attribute
 */
public record Columns(
        String id,
        String title,
        String description,
        List<String> category,
        String brand,
        String price,
        String image,
        Map<String, String> attributes,
        String available) {
    /** What columns are called by habit, by what they hold. */
    private static final Map<String, List<String>> HABITS = Map.of(
            "id", List.of("id", "item_id", "product_id", "sku_id", "sku", "asin", "itemid", "stockcode"),
            "title", List.of("title", "name", "product_name", "description"),
            "description", List.of("description", "text"),
            "category", List.of("category", "category_code", "categories"),
            "brand", List.of("brand", "manufacturer"),
            "price", List.of("price", "price_usd", "unitprice"),
            "image", List.of("image", "picture", "file"),
            "available", List.of("available", "availability"));

    public Columns {
        category = List.copyOf(category);
        attributes = new TreeMap<>(attributes);
    }

    /**
     * Reads a mapping, and guesses by their usual names the columns that it doesn't name. Columns that hold nothing by
     * name are attributes.
     *
     * @param mapping by what they hold: the name of a column; a list of names for {@code category}; names by attribute
     *     or a list of names for {@code attributes}; an empty text or list for what is not to be read
     * @param header the columns that the catalogue has
     */
    public static Columns of(Map<String, Object> mapping, List<String> header) {
        ColumnNames names = new ColumnNames(mapping, header);
        Map<String, String> attributes = names.attributes();
        String title = names.text("title", HABITS.get("title"));
        String description = names.text("description", HABITS.get("description"));
        Columns columns = new Columns(
                names.text("id", HABITS.get("id")),
                title,
                description != null && description.equals(title) ? null : description,
                names.list("category", HABITS.get("category")),
                names.text("brand", HABITS.get("brand")),
                names.text("price", HABITS.get("price")),
                names.image(HABITS.get("image")),
                attributes == null ? names.rest() : attributes,
                names.text("available", HABITS.get("available")));
        if (columns.id() == null) {
            throw new UsageException("no column holds the id: name one by columns.id, of " + String.join(", ", header));
        }
        return columns;
    }

    /** Finds the columns, and what is left of them. */
    private static final class ColumnNames {
        private final Map<String, Object> mapping;
        private final List<String> header;
        private final List<String> rest;

        ColumnNames(Map<String, Object> mapping, List<String> header) {
            this.mapping = mapping;
            this.header = header;
            rest = new ArrayList<>(header);
            for (String key : mapping.keySet()) {
                if (!HABITS.containsKey(key) && !key.equals("attributes")) {
                    throw new UsageException("columns." + key + ": no such key, known are attributes, "
                            + String.join(", ", new TreeMap<>(HABITS).keySet()));
                }
            }
        }

        String text(String key, List<String> habits) {
            List<String> found = list(key, habits);
            if (found.size() > 1) {
                throw new UsageException("columns." + key + ": " + found + " (the name of one column)");
            }
            return found.isEmpty() ? null : found.get(0);
        }

        List<String> list(String key, List<String> habits) {
            Object value = mapping.get(key);
            if (value == null) {
                return guess(habits);
            }
            List<String> found = new ArrayList<>();
            for (Object name : value instanceof List<?> names ? names : List.of(value)) {
                if (!name.toString().isEmpty()) {
                    found.add(known(key, name.toString()));
                }
            }
            rest.removeAll(found);
            return found;
        }

        private List<String> guess(List<String> habits) {
            for (String habit : habits) {
                for (String column : header) {
                    if (column.toLowerCase(Locale.ROOT).equals(habit)) {
                        rest.remove(column);
                        return List.of(column);
                    }
                }
            }
            return List.of();
        }

        /** The pattern of the picture's place. */
        String image(List<String> habits) {
            Object value = mapping.get("image");
            if (value == null) {
                List<String> column = guess(habits);
                return column.isEmpty() ? null : "{" + column.get(0) + "}";
            }
            String pattern = value.toString();
            return pattern.isEmpty() ? null : pattern.contains("{") ? pattern : "{" + known("image", pattern) + "}";
        }

        /** Null when the mapping says nothing of them. */
        Map<String, String> attributes() {
            Object value = mapping.get("attributes");
            if (value == null || "".equals(value)) {
                return value == null ? null : Map.of();
            }
            Map<String, String> found = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> named) {
                named.forEach((name, column) -> found.put(name.toString(), known("attributes", column.toString())));
            } else {
                for (Object column : value instanceof List<?> columns ? columns : List.of(value)) {
                    found.put(column.toString(), known("attributes", column.toString()));
                }
            }
            return found;
        }

        Map<String, String> rest() {
            Map<String, String> all = new LinkedHashMap<>();
            rest.forEach(column -> all.put(column, column));
            return all;
        }

        private String known(String key, String column) {
            if (!header.contains(column)) {
                throw new UsageException(
                        "columns." + key + ": there is no column " + column + ", but " + String.join(", ", header));
            }
            return column;
        }
    }
}

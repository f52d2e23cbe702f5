package akin.similar.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A product as the catalogue tells of it. What a catalogue doesn't tell is null, or empty where it is a list or a map.
 *
 * @param category path, the root first
 * @param price NaN where it is unknown
 * @param attributes by name, sorted by it
 * @param image where its picture is: a path below the catalogue's folder of images or inside its archive of them
 */
public record Product(
        String id,
        String title,
        String description,
        List<String> category,
        String brand,
        double price,
        Map<String, String> attributes,
        String image,
        boolean isAvailable) {
    public Product {
        if (id == null || id.isEmpty()) {
            throw new IllegalArgumentException("a product needs an id");
        }
        category = List.copyOf(category);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    public boolean hasPrice() {
        return !Double.isNaN(price);
    }
}

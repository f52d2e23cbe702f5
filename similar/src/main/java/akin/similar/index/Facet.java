package akin.similar.index;

import akin.similar.catalogue.Product;
import akin.similar.files.Bulk;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What travels with a product through index and results, so that a filter needs no other partition.
 *
 * @param price NaN where it is unknown
 * @param keys values of the key attributes, in the order of the settings; null where the product has none
 */
public record Facet(String id, boolean isAvailable, double price, List<String> keys) {
    /** Returns a product's. */
    public static Facet of(Product product, List<String> keyAttributes) {
        List<String> keys = new ArrayList<>();
        for (String name : keyAttributes) {
            keys.add(value(product, name));
        }
        return new Facet(product.id(), product.isAvailable(), product.price(), keys);
    }

    private static String value(Product product, String name) {
        return switch (name) {
            case "brand" -> product.brand();
            case "category" -> product.category().isEmpty() ? null : String.join("/", product.category());
            default -> product.attributes().get(name);
        };
    }

    void write(DataOutputStream out) throws IOException {
        Bulk.write(id, out);
        out.writeBoolean(isAvailable);
        out.writeDouble(price);
        for (String key : keys) {
            out.writeBoolean(key != null);
            if (key != null) {
                Bulk.write(key, out);
            }
        }
    }

    static Facet read(int keys, DataInputStream in) throws IOException {
        String id = Bulk.readText(in);
        boolean isAvailable = in.readBoolean();
        double price = in.readDouble();
        List<String> values = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            values.add(in.readBoolean() ? Bulk.readText(in) : null);
        }
        return new Facet(id, isAvailable, price, values);
    }
}

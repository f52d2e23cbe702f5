package akin.similar.longtail;

import akin.similar.catalogue.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What users took, in the order of time, and the products that there are. Items have numbers: those of the catalogue in
 * its order, then those that only users know.
 */
final class UserSequences {
    private final List<String> users = new ArrayList<>();
    private final List<int[]> histories = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Adds the products of a catalogue, before any user. */
    void addProducts(List<Product> catalogue) {
        for (Product product : catalogue) {
            int number = number(product.id());
            products.set(number, product);
        }
    }

    /**
     * Adds a user.
     *
     * @param items taken, the oldest first
     * @param weightOf how much each of them counts
     */
    void addUser(String id, int[] items, float[] weightOf) {
        users.add(id);
        histories.add(items);
        weights.add(weightOf);
    }

    /** Returns the number of an item, which gets one. */
    int number(String id) {
        Integer known = numbers.putIfAbsent(id, ids.size());
        if (known != null) {
            return known;
        }
        ids.add(id);
        products.add(null);
        return ids.size() - 1;
    }

    int items() {
        return ids.size();
    }

    String id(int item) {
        return ids.get(item);
    }

    /** Returns what the catalogue tells of an item, or null when it is not there. */
    Product product(int item) {
        return products.get(item);
    }

    int users() {
        return users.size();
    }

    String user(int user) {
        return users.get(user);
    }

    /** Returns what a user took, the oldest first. */
    int[] history(int user) {
        return histories.get(user);
    }

    /** Returns how much each item of a history counts. */
    float[] weights(int user) {
        return weights.get(user);
    }
}

package akin.models.catalog;

import akin.models.memory.Memory;
import akin.models.memory.Rings;
import akin.models.memory.Strings;
import akin.models.memory.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shown attributes of items as sets of features ({@code brand=acme}), their similarity
 * <pre>  Fsim(i, j) = |Fi ∩ Fj| / |Fi ∪ Fj|      (formula 2 of the personalized-similar-products paper)</pre>
 * and, per feature, the newest items that have it. Leaf category and brand count as attributes. A feature that no item has
 * any more leaves, and its number is used again; so does an attribute without features.
 *
 * <ul>
 *   <li>{@code features}, ints: per feature the handle of its text and the number of its attribute; in row 0 the first
 *       number never used
 *   <li>{@code features.holders}, ints: per feature how many items have it, per attribute how many features; of a free
 *       number the next free one, as a negative below -1; in row 0 the first free one
 * </ul>
 */
public final class Features {
    /** Features kept of one item; those of the first attribute names in alphabetical order are taken. */
    public static final int MOST_PER_ITEM = 13;

    private static final int COUNT = Items.FEATURES;
    private static final int FIRST = COUNT + 1;
    private static final int NEWEST_ITEMS = 63;
    private static final int WIDTH = 2;
    private static final int TEXT = 0;
    private static final int ATTRIBUTE = 1;
    private static final int UNUSED = 0;
    private static final int MOST_FEATURES = 1 << 20;

    private final Table dictionary;
    private final Table holders;
    private final Strings texts;
    private final Table rows;
    private final Rings newestItems;
    private final List<String> shown;
    private final Map<String, Integer> featureOf = new HashMap<>();

    public Features(Memory memory, Items items, List<String> shown) {
        this.shown = shown;
        dictionary = memory.table("features", WIDTH);
        holders = memory.table("features.holders", 1);
        texts = new Strings(memory, "features.texts");
        rows = items.rows();
        newestItems = new Rings(memory, "features.items", NEWEST_ITEMS);
        dictionary.ensure(0);
        dictionary.setInt(0, UNUSED, 1);
        holders.ensure(0);
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    public void loaded() {
        holders.ensure(dictionary.getInt(0, UNUSED));
        // Whatever was counted is above zero, and whatever is free below.
        boolean isCounted = holders.getInt(1, 0) != 0;
        for (int feature = 1; feature < dictionary.getInt(0, UNUSED); feature++) {
            if (dictionary.getInt(feature, TEXT) != 0) {
                featureOf.put(texts.get(dictionary.getInt(feature, TEXT)), feature);
            }
        }
        if (!isCounted) {
            recount();
        }
    }

    /** Counts the holders of a savepoint from before they were counted. */
    private void recount() {
        for (int row = 1; rows.has(row); row++) {
            for (int feature : of(row)) {
                add(feature, 1);
            }
        }
        for (int feature = 1; feature < dictionary.getInt(0, UNUSED); feature++) {
            if (isValue(feature)) {
                add(dictionary.getInt(feature, ATTRIBUTE), 1);
            }
        }
        for (int feature = 1; feature < dictionary.getInt(0, UNUSED); feature++) {
            if (holders.getInt(feature, 0) == 0) {
                free(feature);
            }
        }
    }

    private void add(int feature, int by) {
        holders.ensure(feature);
        holders.setInt(feature, 0, holders.getInt(feature, 0) + by);
    }

    /** Returns whether a feature is a value of an attribute, and not the attribute itself. */
    private boolean isValue(int feature) {
        int attribute = dictionary.getInt(feature, ATTRIBUTE);
        return attribute != 0 && attribute != feature;
    }

    private void release(int feature) {
        add(feature, -1);
        if (holders.getInt(feature, 0) == 0) {
            free(feature);
        }
    }

    private void free(int feature) {
        boolean isValue = isValue(feature);
        int attribute = dictionary.getInt(feature, ATTRIBUTE);
        featureOf.remove(texts.get(dictionary.getInt(feature, TEXT)));
        texts.free(dictionary.getInt(feature, TEXT));
        dictionary.clear(feature);
        newestItems.clear(feature);
        holders.setInt(feature, 0, -2 - holders.getInt(0, 0));
        holders.setInt(0, 0, feature);
        if (isValue) {
            release(attribute);
        }
    }

    /** Returns a number for a new feature, or 0 when the dictionary is full. */
    private int allocate() {
        int feature = holders.getInt(0, 0);
        if (feature != 0) {
            holders.setInt(0, 0, -2 - holders.getInt(feature, 0));
            holders.setInt(feature, 0, 0);
            return feature;
        }
        feature = dictionary.getInt(0, UNUSED);
        if (feature == MOST_FEATURES) {
            return 0;
        }
        dictionary.setInt(0, UNUSED, feature + 1);
        dictionary.ensure(feature);
        holders.ensure(feature);
        return feature;
    }

    /** Forgets the features of an item that goes. */
    void clear(int row) {
        for (int feature : of(row)) {
            release(feature);
        }
        rows.setInt(row, COUNT, 0);
    }

    /** Returns the share of the numbers that are free. */
    public double free() {
        return 1 - (double) featureOf.size() / MOST_FEATURES;
    }

    /** Replaces the features of the item in {@code row}, whose reference is {@code ref}. */
    public void set(int row, int ref, Item item) {
        int[] before = of(row);
        int[] now = features(item);
        rows.setInt(row, COUNT, now.length);
        for (int i = 0; i < now.length; i++) {
            rows.setInt(row, FIRST + i, now[i]);
            if (Arrays.binarySearch(before, now[i]) < 0) {
                newestItems.add(now[i], ref);
                add(now[i], 1);
            }
        }
        for (int feature : before) {
            if (Arrays.binarySearch(now, feature) < 0) {
                release(feature);
            }
        }
    }

    private int[] features(Item item) {
        List<Integer> features = new ArrayList<>();
        if (!item.category().isEmpty()) {
            add(features, "category", String.join("/", item.category()));
        }
        if (item.brand() != null) {
            add(features, "brand", item.brand());
        }
        item.attributes().forEach((name, value) -> add(features, name, value));
        return features.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
    }

    private void add(List<Integer> features, String name, String value) {
        boolean isShown = shown.isEmpty() || shown.contains(name);
        if (isShown && features.size() < MOST_PER_ITEM) {
            int feature = feature(name + "=" + value, name);
            if (feature != 0) {
                features.add(feature);
            }
        }
    }

    /** The number of a feature; 0 when it is new and the dictionary is full. */
    private int feature(String text, String attribute) {
        Integer known = featureOf.get(text);
        if (known != null) {
            return known;
        }
        int feature = allocate();
        if (feature == 0) {
            return 0;
        }
        dictionary.setInt(feature, TEXT, texts.put(text));
        // An attribute's number is that of the pseudo-feature without a value.
        featureOf.put(text, feature);
        dictionary.setInt(feature, ATTRIBUTE, text.equals(attribute) ? feature : feature(attribute, attribute));
        if (isValue(feature)) {
            add(dictionary.getInt(feature, ATTRIBUTE), 1);
        }
        return feature;
    }

    /** The number of an attribute, 0 when no item has it. */
    public int attribute(String name) {
        return featureOf.getOrDefault(name, 0);
    }

    /** The feature that the item in {@code row} has for an attribute, 0 when it has none. */
    public int valueOf(int row, int attribute) {
        for (int i = 0; i < count(row); i++) {
            int feature = rows.getInt(row, FIRST + i);
            if (dictionary.getInt(feature, ATTRIBUTE) == attribute) {
                return feature;
            }
        }
        return 0;
    }

    /** Number of features of the item in {@code row}. */
    public int count(int row) {
        return rows.getInt(row, COUNT);
    }

    /** The features of the item in {@code row}, ascending. */
    public int[] of(int row) {
        int count = count(row);
        int[] features = new int[count];
        for (int i = 0; i < count; i++) {
            features[i] = rows.getInt(row, FIRST + i);
        }
        return features;
    }

    /** True when the item in {@code row} has a feature. */
    public boolean has(int row, int feature) {
        int count = count(row);
        for (int i = 0; i < count; i++) {
            if (rows.getInt(row, FIRST + i) == feature) {
                return true;
            }
        }
        return false;
    }

    /** The features of the item in {@code row}, that with the fewest newest items first. */
    public int[] byRarity(int row) {
        int[] features = of(row);
        long[] byRarity = new long[features.length];
        for (int i = 0; i < features.length; i++) {
            byRarity[i] = (long) newestItems.size(features[i]) << 32 | features[i];
        }
        Arrays.sort(byRarity);
        for (int i = 0; i < features.length; i++) {
            features[i] = (int) byRarity[i];
        }
        return features;
    }

    /** Formula 2; 0 when neither item has a feature. */
    public float similarity(int row, int other) {
        int[] page = rows.page(row);
        int[] otherPage = rows.page(other);
        int at = rows.offset(row) + FIRST;
        int otherAt = rows.offset(other) + FIRST;
        int count = page[at - 1];
        int otherCount = otherPage[otherAt - 1];
        if (count == 0 || otherCount == 0) {
            return 0;
        }
        int end = at + count;
        int otherEnd = otherAt + otherCount;
        int common = 0;
        while (at < end && otherAt < otherEnd) {
            int difference = page[at] - otherPage[otherAt];
            common += difference == 0 ? 1 : 0;
            at += difference <= 0 ? 1 : 0;
            otherAt += difference >= 0 ? 1 : 0;
        }
        return (float) common / (count + otherCount - common);
    }

    /** The newest items that have a feature. */
    public Rings newestItems() {
        return newestItems;
    }
}

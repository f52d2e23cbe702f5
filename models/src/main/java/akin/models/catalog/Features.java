package akin.models.catalog;

import akin.models.memory.Memory;
import akin.models.memory.Rings;
import akin.models.memory.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shown attributes of items as sets of features ({@code brand=acme}), their similarity
 * <pre>  Fsim(i, j) = |Fi ∩ Fj| / |Fi ∪ Fj|      (formula 2 of the personalized-similar-products paper)</pre>
 * and, per feature, the newest items that have it. Leaf category and brand count as attributes.
 */
public final class Features {
    /** Features kept of one item; those of the first attribute names in alphabetical order are taken. */
    public static final int MOST_PER_ITEM = 13;

    private static final int COUNT = Items.FEATURES;
    private static final int FIRST = COUNT + 1;
    private static final int NEWEST_ITEMS = 63;

    private final FeatureDictionary dictionary;
    private final Table rows;
    private final Rings newestItems;
    private final List<String> shown;

    public Features(Memory memory, Items items, List<String> shown) {
        this.shown = shown;
        dictionary = new FeatureDictionary(memory, this::removed);
        rows = items.rows();
        newestItems = new Rings(memory, "features.items", NEWEST_ITEMS);
    }

    private void removed(int feature) {
        newestItems.clear(feature);
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    public void loaded() {
        dictionary.loaded();
        if (!dictionary.isCounted()) {
            count();
        }
    }

    /** Counts the holders of features, of a savepoint from before they were counted. */
    private void count() {
        for (int row = 1; rows.has(row); row++) {
            for (int feature : of(row)) {
                dictionary.hold(feature);
            }
        }
        dictionary.countAttributes();
    }

    /** Forgets the features of an item that goes. */
    void clear(int row) {
        for (int feature : of(row)) {
            dictionary.release(feature);
        }
        rows.setInt(row, COUNT, 0);
    }

    /** Returns the share of the numbers of features that are free. */
    public double free() {
        return dictionary.free();
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
                dictionary.hold(now[i]);
            }
        }
        for (int feature : before) {
            if (Arrays.binarySearch(now, feature) < 0) {
                dictionary.release(feature);
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
            int feature = dictionary.feature(name, value);
            if (feature != 0) {
                features.add(feature);
            }
        }
    }

    /** The number of an attribute, 0 when no item has it. */
    public int attribute(String name) {
        return dictionary.attribute(name);
    }

    /** The feature that the item in {@code row} has for an attribute, 0 when it has none. */
    public int valueOf(int row, int attribute) {
        for (int i = 0; i < count(row); i++) {
            int feature = rows.getInt(row, FIRST + i);
            if (dictionary.attributeOf(feature) == attribute) {
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

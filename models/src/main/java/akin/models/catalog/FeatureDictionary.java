package akin.models.catalog;

import akin.models.memory.Memory;
import akin.models.memory.Strings;
import akin.models.memory.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Numbers features ({@code brand=acme}) and their attributes ({@code brand}) from 1 up, and counts who holds them: items
 * their features, features their attribute. A feature or attribute that nothing holds any more leaves, and its number is
 * used again.
 *
 * <ul>
 *   <li>{@code features}, ints: per feature the handle of its text and the number of its attribute, of an attribute its
 *       own; in row 0 the first number never used
 *   <li>{@code features.holders}, ints: per feature how many items have it, per attribute how many features; of a free
 *       number the next free one, as a negative below -1; in row 0 the first free one
 * </ul>
 */
final class FeatureDictionary {
    private static final int WIDTH = 2;
    private static final int TEXT = 0;
    private static final int ATTRIBUTE = 1;
    private static final int UNUSED = 0;
    private static final int MOST_FEATURES = 1 << 20;

    private final Table features;
    private final Table holders;
    private final Strings texts;
    private final IntConsumer onRemoval;
    private final Map<String, Integer> featureOf = new HashMap<>();

    /**
     * @param onRemoval told each number that becomes free
     */
    FeatureDictionary(Memory memory, IntConsumer onRemoval) {
        this.onRemoval = onRemoval;
        features = memory.table("features", WIDTH);
        holders = memory.table("features.holders", 1);
        texts = new Strings(memory, "features.texts");
        features.ensure(0);
        features.setInt(0, UNUSED, 1);
        holders.ensure(0);
    }

    /** Rebuilds what is derived from memory, after memory was loaded. */
    void loaded() {
        holders.ensure(end());
        for (int feature = 1; feature < end(); feature++) {
            if (features.getInt(feature, TEXT) != 0) {
                featureOf.put(texts.get(features.getInt(feature, TEXT)), feature);
            }
        }
    }

    private int end() {
        return features.getInt(0, UNUSED);
    }

    /** Returns false for what was loaded from a savepoint from before holders were counted. */
    boolean isCounted() {
        // Whatever was counted is above zero, and whatever is free below.
        return holders.getInt(1, 0) != 0;
    }

    /** Counts the holders of attributes when those of features are counted, and lets go what nothing holds. */
    void countAttributes() {
        for (int feature = 1; feature < end(); feature++) {
            if (isValue(feature)) {
                hold(attributeOf(feature));
            }
        }
        for (int feature = 1; feature < end(); feature++) {
            if (holders.getInt(feature, 0) == 0) {
                remove(feature);
            }
        }
    }

    /** Returns the number of an attribute, 0 when no item has it. */
    int attribute(String name) {
        return featureOf.getOrDefault(name, 0);
    }

    /** Returns the attribute that a feature is a value of. */
    int attributeOf(int feature) {
        return features.getInt(feature, ATTRIBUTE);
    }

    /** Returns the number of a feature, a new one if need be; 0 when it is new and the dictionary is full. */
    int feature(String attribute, String value) {
        return number(attribute + "=" + value, attribute);
    }

    private int number(String text, String attribute) {
        Integer known = featureOf.get(text);
        if (known != null) {
            return known;
        }
        int feature = allocate();
        if (feature == 0) {
            return 0;
        }
        features.setInt(feature, TEXT, texts.put(text));
        featureOf.put(text, feature);
        features.setInt(feature, ATTRIBUTE, text.equals(attribute) ? feature : number(attribute, attribute));
        if (isValue(feature)) {
            hold(attributeOf(feature));
        }
        return feature;
    }

    /** Returns a number for a new feature, or 0 when the dictionary is full. */
    private int allocate() {
        int feature = holders.getInt(0, 0);
        if (feature != 0) {
            holders.setInt(0, 0, -2 - holders.getInt(feature, 0));
            holders.setInt(feature, 0, 0);
            return feature;
        }
        feature = end();
        if (feature == MOST_FEATURES) {
            return 0;
        }
        features.setInt(0, UNUSED, feature + 1);
        features.ensure(feature);
        holders.ensure(feature);
        return feature;
    }

    /** Counts one more holder. */
    void hold(int feature) {
        holders.ensure(feature);
        holders.setInt(feature, 0, holders.getInt(feature, 0) + 1);
    }

    /** Counts one holder less, and lets go what nothing holds. */
    void release(int feature) {
        holders.setInt(feature, 0, holders.getInt(feature, 0) - 1);
        if (holders.getInt(feature, 0) == 0) {
            remove(feature);
        }
    }

    private void remove(int feature) {
        boolean isValue = isValue(feature);
        int attribute = attributeOf(feature);
        featureOf.remove(texts.get(features.getInt(feature, TEXT)));
        texts.free(features.getInt(feature, TEXT));
        features.clear(feature);
        onRemoval.accept(feature);
        holders.setInt(feature, 0, -2 - holders.getInt(0, 0));
        holders.setInt(0, 0, feature);
        if (isValue) {
            release(attribute);
        }
    }

    /** Returns whether a feature is a value of an attribute, and not the attribute itself. */
    private boolean isValue(int feature) {
        int attribute = attributeOf(feature);
        return attribute != 0 && attribute != feature;
    }

    /** Returns the share of the numbers that are free. */
    double free() {
        return 1 - (double) featureOf.size() / MOST_FEATURES;
    }
}

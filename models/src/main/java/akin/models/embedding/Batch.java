package akin.models.embedding;

import java.util.Arrays;

/** The examples of one step, by slots: new ones first, then old ones that are learned again. */
final class Batch {
    private final int window;
    private int size;
    private int fresh;
    private int[] targets = new int[64];
    private float[] weights = new float[64];
    private float[] cartWeights = new float[64];
    private int[] sizes = new int[64];
    private int[] items;

    Batch(int window) {
        this.window = window;
        items = new int[64 * window];
    }

    void clear() {
        size = 0;
        fresh = 0;
    }

    /** Starts an example; items follow by {@link #addItem}. */
    void add(int target, float weight, float cartWeight, boolean isFresh) {
        if (size == targets.length) {
            grow();
        }
        targets[size] = target;
        weights[size] = weight;
        cartWeights[size] = cartWeight;
        sizes[size] = 0;
        size++;
        fresh = isFresh ? size : fresh;
    }

    private void grow() {
        targets = Arrays.copyOf(targets, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
        cartWeights = Arrays.copyOf(cartWeights, 2 * size);
        sizes = Arrays.copyOf(sizes, 2 * size);
        items = Arrays.copyOf(items, 2 * size * window);
    }

    /** Adds the next older item to the last example. */
    void addItem(int slot) {
        int example = size - 1;
        items[example * window + sizes[example]++] = slot;
    }

    /** Takes the last example back when it has no items. */
    void dropIfEmpty() {
        if (sizes[size - 1] == 0) {
            size--;
            fresh = Math.min(fresh, size);
        }
    }

    int size() {
        return size;
    }

    /** How many of the first examples are new. */
    int fresh() {
        return fresh;
    }

    int target(int example) {
        return targets[example];
    }

    float weight(int example) {
        return weights[example];
    }

    /** Returns the weight of an example where additions to the cart and purchases count more. */
    float cartWeight(int example) {
        return cartWeights[example];
    }

    /** Number of items before the target. */
    int items(int example) {
        return sizes[example];
    }

    /** The {@code i}-th item before the target, 0 the newest. */
    int item(int example, int i) {
        return items[example * window + i];
    }
}

package akin.models.embedding;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;

/**
 * The last examples: those that wait for their batch, and the reservoir of old ones to be learned again. By target they
 * are counted too: a target drawn from them is drawn by its popularity of late.
 */
final class Examples {
    private static final int TARGET = 0;
    private static final int WEIGHT = 1;
    private static final int CART_WEIGHT = 2;
    private static final int SIZE = 3;
    private static final int ITEMS = 4;

    private static final int SEEN = 0;
    private static final int LEARNED = 2;
    private static final int SPAN = 4;

    private final Table ring;
    private final Table state;
    private final Table targets;
    private final int capacity;
    private final int window;

    Examples(Memory memory, ExampleSettings settings) {
        capacity = settings.reservoir();
        window = settings.window();
        Setting[] shape = {settings.shapeOfWindows(), settings.shapeOfReservoir()};
        ring = memory.table("examples", ITEMS + window, shape);
        state = memory.table("examples.state", 6, shape);
        targets = memory.table("examples.targets", 2, shape);
        state.ensure(0);
    }

    /** Takes over the newest examples of a reservoir of another size, with as much of their windows as there is room for. */
    void adopt(Examples other) {
        if (capacity == other.capacity && window == other.window) {
            return;
        }
        int[] items = new int[window];
        long first = Math.max(other.oldest(), other.seen() - capacity);
        for (long number = first; number < other.seen(); number++) {
            int n = Math.min(window, other.size(number));
            for (int i = 0; i < n; i++) {
                items[i] = other.item(number, i);
            }
            add(other.target(number), other.weight(number), other.cartWeight(number), items, n);
        }
        state.setLong(0, LEARNED, Math.max(0, other.learned() - first));
        setSpan(other.span());
    }

    /** Number of examples that ever came. */
    long seen() {
        return state.getLong(0, SEEN);
    }

    /** Number of those that were learned. */
    long learned() {
        return state.getLong(0, LEARNED);
    }

    void learnedAll() {
        state.setLong(0, LEARNED, seen());
    }

    /** The number of the oldest example that is still here. */
    long oldest() {
        return Math.max(0, seen() - capacity);
    }

    /** The span of event time that waiting examples are from. */
    long span() {
        return state.getLong(0, SPAN);
    }

    void setSpan(long span) {
        state.setLong(0, SPAN, span);
    }

    /**
     * Keeps an example, over the oldest.
     *
     * @param target reference to the item that was visited
     * @param weight its weight
     * @param cartWeight its weight where additions to the cart count more
     * @param items references to the items before it, newest first
     */
    void add(int target, float weight, float cartWeight, int[] items, int n) {
        int place = place(seen());
        ring.ensure(place);
        if (seen() >= capacity) {
            count(ring.getInt(place, TARGET), -1);
        }
        count(target, 1);
        ring.setInt(place, TARGET, target);
        ring.setFloat(place, WEIGHT, weight);
        ring.setFloat(place, CART_WEIGHT, cartWeight);
        ring.setInt(place, SIZE, n);
        for (int i = 0; i < n; i++) {
            ring.setInt(place, ITEMS + i, items[i]);
        }
        state.setLong(0, SEEN, seen() + 1);
    }

    private int place(long number) {
        return (int) (number % capacity);
    }

    /** Counts per row and reference, so that a row used again starts at zero. */
    private void count(int ref, int by) {
        int row = ref & 0xFFFFFF;
        targets.ensure(row);
        if (targets.getInt(row, 1) != ref && by > 0) {
            targets.setInt(row, 0, 0);
            targets.setInt(row, 1, ref);
        }
        if (targets.getInt(row, 1) == ref) {
            targets.setInt(row, 0, targets.getInt(row, 0) + by);
        }
    }

    /** How many of the examples here have this target. */
    int count(int ref) {
        int row = ref & 0xFFFFFF;
        return targets.has(row) && targets.getInt(row, 1) == ref ? targets.getInt(row, 0) : 0;
    }

    int target(long number) {
        return ring.getInt(place(number), TARGET);
    }

    float weight(long number) {
        return ring.getFloat(place(number), WEIGHT);
    }

    float cartWeight(long number) {
        return ring.getFloat(place(number), CART_WEIGHT);
    }

    int size(long number) {
        return ring.getInt(place(number), SIZE);
    }

    /** Reference to the {@code i}-th item before the target, 0 the newest. */
    int item(long number, int i) {
        return ring.getInt(place(number), ITEMS + i);
    }
}

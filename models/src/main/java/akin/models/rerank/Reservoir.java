package akin.models.rerank;

import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import akin.models.random.Hash;
import java.util.function.LongConsumer;

/**
 * A ring of the newest examples, numbered as they come: those that wait are learned together, each with some that were
 * learned before. What an example is, is up to who writes the rows.
 *
 * <ul>
 *   <li>{@code NAME}, ints: the examples
 *   <li>{@code NAME.state}, ints: in row 0 (long) how many were stored, and how many of these were learned
 * </ul>
 */
final class Reservoir {
    private static final int STORED = 0;
    private static final int LEARNED = 2;

    private final PoolLearningSettings settings;
    private final long seed;
    private final Table rows;
    private final Table state;

    /**
     * @param width ints of an example
     * @param seed of draws
     * @param shape settings under which its bytes have their meaning
     */
    Reservoir(Memory memory, String name, int width, PoolLearningSettings settings, long seed, Setting... shape) {
        this.settings = settings;
        this.seed = seed;
        rows = memory.table(name, width, shape);
        state = memory.table(name + ".state", 4, shape);
        state.ensure(0);
    }

    Table rows() {
        return rows;
    }

    /** Returns the row of an example that is still here. */
    int row(long number) {
        return (int) (number % settings.reservoir());
    }

    /** Makes room for an example, over the oldest; returns its row. */
    int add() {
        int row = row(stored());
        rows.ensure(row);
        state.setLong(0, STORED, stored() + 1);
        return row;
    }

    /** Returns how many were stored so far. */
    long stored() {
        return state.getLong(0, STORED);
    }

    /** Returns how many of the stored ones were learned. */
    long learned() {
        return state.getLong(0, LEARNED);
    }

    /** Returns the number of the oldest that is still here. */
    long oldest() {
        return Math.max(0, stored() - settings.reservoir());
    }

    /** Returns whether as many wait as are learned together. */
    boolean isDue() {
        return stored() - learned() >= settings.batch();
    }

    /** Returns how many examples {@link #learn} tells at most. */
    int toLearn() {
        return (int) (stored() - learned()) * (1 + settings.replays());
    }

    /** Tells the numbers of all that wait, then those of the ones drawn to be learned again; then none waits. */
    void learn(LongConsumer example) {
        long first = learned();
        for (long number = first; number < stored(); number++) {
            example.accept(number);
        }
        long old = first - oldest();
        for (long number = first; number < stored() && old > 0; number++) {
            for (int replay = 0; replay < settings.replays(); replay++) {
                example.accept(oldest() + Hash.below(Hash.of(seed, number, replay), old));
            }
        }
        state.setLong(0, LEARNED, stored());
    }
}

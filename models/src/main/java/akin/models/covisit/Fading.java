package akin.models.covisit;

import akin.models.kernel.Scalars;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.time.Duration;

/**
 * Forward decay: a visit at time t weighs {@code 2^((t - landmark) / halfLife)} for ever, so counts of different ages
 * compare without being touched. Only ratios of weights mean anything. When weights grow past {@code 2^64}, everything
 * is divided by {@code 2^64}, which is exact as long as a number has an exponent for it, and the landmark moves on. What
 * has none as a float is {@link #scaled} to zero, so that counts and totals lose the same visits. [Cormode et al.,
 * Forward decay, ICDE 2009] Its table has one row, ints:
 *
 * <ul>
 *   <li>1 once a visit came
 *   <li>the landmark, a long in milliseconds
 * </ul>
 */
final class Fading {
    private static final int HALF_LIVES_PER_STEP = 64;
    private static final double LN_2 = 0.6931471805599453;
    private static final int STARTED = 0;
    private static final int LANDMARK = 1;

    private final Table clock;
    private final long halfLife;

    Fading(Memory memory, Duration halfLife) {
        this.clock = memory.table("covisit.clock", 3);
        this.halfLife = halfLife.toMillis();
        clock.ensure(0);
    }

    /** Moves the landmark on for a visit, and returns how many times weights must be divided by {@code 2^64} first. */
    int advance(long timestamp) {
        if (halfLife == 0) {
            return 0;
        }
        if (clock.getInt(0, STARTED) == 0) {
            clock.setInt(0, STARTED, 1);
            clock.setLong(0, LANDMARK, timestamp);
        }
        long steps = Math.max(0, (timestamp - landmark()) / (HALF_LIVES_PER_STEP * halfLife));
        if (steps > 0) {
            clock.setLong(0, LANDMARK, landmark() + steps * HALF_LIVES_PER_STEP * halfLife);
        }
        // After this many steps every float is zero.
        return (int) Math.min(steps, 8);
    }

    /** Returns a number times a power of two, or zero when that is too small to keep all of its bits as a float. */
    static float scaled(float number, float factor) {
        float scaled = number * factor;
        return scaled < Float.MIN_NORMAL ? 0 : scaled;
    }

    /** Scales a number as {@link #scaled(float, float)} does, though a double has room for less. */
    static double scaled(double number, float factor) {
        double scaled = number * factor;
        return scaled < Float.MIN_NORMAL ? 0 : scaled;
    }

    /** Returns the weight of a visit, after the steps were taken. */
    double weight(long timestamp) {
        return halfLife == 0 ? 1 : Scalars.exp((timestamp - landmark()) * LN_2 / halfLife);
    }

    private long landmark() {
        return clock.getLong(0, LANDMARK);
    }
}

package akin.models.covisit;

import akin.models.kernel.Scalars;
import akin.models.memory.Memory;
import akin.models.memory.Table;
import java.time.Duration;

/**
 * Forward decay: a visit at time t weighs {@code 2^((t - landmark) / halfLife)} for ever, so counts of different ages
 * compare without being touched. Only ratios of weights mean anything. When weights grow past {@code 2^64}, everything
 * is divided by {@code 2^64}, which is exact in floating point, and the landmark moves on. [Cormode et al., Forward
 * decay, ICDE 2009]
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

    /** How many times weights must be divided by {@code 2^64} before a visit at {@code timestamp} is weighed. */
    int stepsTo(long timestamp) {
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

    /** The weight of a visit, after the steps were taken. */
    double weight(long timestamp) {
        return halfLife == 0 ? 1 : Scalars.exp((timestamp - landmark()) * LN_2 / halfLife);
    }

    private long landmark() {
        return clock.getLong(0, LANDMARK);
    }
}

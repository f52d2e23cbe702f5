package akin.bench.hostile;

import akin.tools.simulation.ShopSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * A shop under hostile input.
 *
 * @param eventTime how much of it passes
 * @param wall in how long, zero: as fast as it goes
 * @param share of the messages that are hostile
 * @param botEvents views of one bot, which come in bursts of one instant, an hour apart
 */
record HostileSettings(ShopSettings shop, Duration eventTime, Duration wall, double share, int botEvents)
        implements Serializable {
    HostileSettings {
        if (eventTime.isNegative()
                || eventTime.isZero()
                || wall.isNegative()
                || share < 0
                || share > 1
                || botEvents < 0) {
            throw new IllegalArgumentException("a time above 0, a share from 0 to 1 and no negative number is allowed");
        }
    }

    long end() {
        return shop.start() + eventTime.toMillis();
    }

    /** Milliseconds of event time for one of the clock's, infinite where no pace is kept. */
    double speed() {
        return wall.isZero() ? Double.POSITIVE_INFINITY : (double) eventTime.toMillis() / wall.toMillis();
    }

    int bursts() {
        return (int) Math.max(1, eventTime.toHours());
    }
}

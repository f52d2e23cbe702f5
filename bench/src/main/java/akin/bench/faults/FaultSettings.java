package akin.bench.faults;

import akin.tools.simulation.ShopSettings;
import java.time.Duration;
import java.util.List;

/**
 * How a run under load is.
 *
 * @param events of the shop
 * @param perSecond how many of them are sent a second, in event time too
 * @param stop how long a stopped process stands still
 * @param delivery of rankings, as in the configuration
 * @param assignments further keys of the configuration
 */
record FaultSettings(
        ShopSettings shop, int events, double perSecond, Duration stop, String delivery, List<String> assignments) {

    /** Every tenth message of a storm is unreadable. */
    static final int POISON_EVERY = 10;

    boolean exactlyOnce() {
        return delivery.equals("exactly-once");
    }

    Traffic traffic(boolean poisoned) {
        return new Traffic(shop, events, poisoned ? POISON_EVERY : 0);
    }
}

package akin.bench.faults;

import akin.tools.simulation.ShopSettings;
import java.time.Duration;
import java.util.List;

/**
 * How a run under load is.
 *
 * @param shop whose first event is made now
 * @param events of the shop
 * @param stop how long a stopped process stands still
 * @param delivery of rankings, as in the configuration
 * @param assignments further keys of the configuration
 */
record FaultSettings(ShopSettings shop, int events, Duration stop, String delivery, List<String> assignments) {

    /** One in so many messages of a storm is unreadable. */
    static final int POISON_EVERY = 10;

    /** So long it takes at most to make the traffic, so that it starts when it is meant to. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    boolean exactlyOnce() {
        return delivery.equals("exactly-once");
    }

    /** Traffic whose first event comes in a moment: event time is that of clocks, as live. */
    Traffic traffic(boolean poisoned) {
        long start = System.currentTimeMillis() + LEAD.toMillis() + Traffic.CATALOGUE;
        ShopSettings live = new ShopSettings(
                shop.seed(), shop.items(), shop.users(), shop.eventsPerSecond(), start, shop.botShare());
        return new Traffic(live, events, poisoned ? POISON_EVERY : 0);
    }
}

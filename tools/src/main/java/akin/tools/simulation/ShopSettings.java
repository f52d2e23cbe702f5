package akin.tools.simulation;

import java.io.Serializable;
import java.time.Instant;

/**
 * A simulated shop.
 *
 * @param items in the catalogue at the start
 * @param users who come again and again; guests come besides
 * @param eventsPerSecond of event time
 * @param start event time of the first event, epoch milliseconds
 * @param botShare share of sessions that are crawls
 */
public record ShopSettings(long seed, int items, int users, double eventsPerSecond, long start, double botShare)
        implements Serializable {
    private static final long START = Instant.parse("2026-01-05T08:00:00Z").toEpochMilli();

    public ShopSettings {
        require(items >= 100 && items <= 10_000_000, "items", items, "100 to 10000000");
        require(users >= 1 && users <= 100_000_000, "users", users, "1 to 100000000");
        require(eventsPerSecond > 0 && eventsPerSecond <= 1e6, "eventsPerSecond", eventsPerSecond, "above 0 to 1e6");
        require(botShare >= 0 && botShare <= 1, "botShare", botShare, "0 to 1");
    }

    private static void require(boolean holds, String name, double value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is " + allowed);
        }
    }

    /** The demo's shop. */
    public static ShopSettings demo(long seed) {
        return new ShopSettings(seed, 2000, 5000, 20, START, 0.002);
    }

    /** A shop under load. */
    public static ShopSettings load(long seed, int items, int users, double eventsPerSecond) {
        return new ShopSettings(seed, items, users, eventsPerSecond, START, 0.002);
    }
}

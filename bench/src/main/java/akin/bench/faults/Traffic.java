package akin.bench.faults;

import akin.bench.Expected;
import akin.bench.Records;
import akin.jobs.config.AkinSettings;
import akin.jobs.wire.MessageWriter;
import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * What a simulated shop sends in the order of arrival: its catalogue, then events and catalogue changes. Partitions get very
 * different shares of the events, some events come late, some shoppers' clocks are ahead, and some messages may be
 * unreadable. The same every time, and with it what must come of it.
 */
final class Traffic {
    static final int PARTITIONS = 4;
    static final int CATALOG_PARTITIONS = 2;

    /** In the time before the first event the whole catalogue is sent, milliseconds. */
    static final long CATALOGUE = 4000;

    private static final long MINUTE = 60_000;
    private static final long AHEAD = 50 * MINUTE;
    private static final int AHEAD_ONE_IN = 100;
    private static final double LATE = 0.005;
    private static final int LEAST_LATE = 3000;
    private static final int MOST_LATE = 15_000;
    /** Of fifteen shoppers eight send to the first partition, and one to the last. */
    private static final int SHARES = 15;

    private final List<Sent> messages = new ArrayList<>();
    private final PriorityQueue<Sent> held = new PriorityQueue<>(Comparator.comparingLong(Sent::timestamp));
    private final BitSet views = new BitSet();
    private final MessageWriter writer = new MessageWriter();
    private final Random random;
    private final String firstItem;
    private final int poisonEvery;
    private int catalogue;
    private int changes;
    private int events;
    private int unreadable;
    private long now;

    /** A record of Kafka's, with the time of its arrival. */
    record Sent(boolean isItem, int partition, String key, long timestamp, byte[] value) {}

    /**
     * @param events how many readable ones
     * @param poisonEvery one in so many messages is unreadable, 0: none
     */
    Traffic(ShopSettings shop, int events, int poisonEvery) {
        random = new Random(shop.seed());
        this.poisonEvery = poisonEvery;
        now = shop.start();
        try (Shop source = new Shop(shop)) {
            while (this.events < events) {
                Message message = source.next();
                if (message instanceof Message.ShopEvent happened) {
                    now = Math.max(now, happened.timestamp());
                    release(now);
                    event(happened.event());
                } else if (message instanceof Message.ItemChange change) {
                    item(change.item(), shop);
                }
            }
        }
        release(Long.MAX_VALUE);
        firstItem = messages.get(0).key();
        now = messages.get(messages.size() - 1).timestamp();
    }

    /** At first all items come, before the first event. */
    private void item(Item item, ShopSettings shop) {
        boolean isChange = catalogue == shop.items();
        long timestamp = isChange ? now : shop.start() - CATALOGUE + CATALOGUE * catalogue++ / shop.items();
        changes += isChange ? 1 : 0;
        int partition = Math.floorMod(item.itemId().hashCode(), CATALOG_PARTITIONS);
        messages.add(new Sent(true, partition, item.itemId(), timestamp, writer.item(item)));
    }

    private void event(Event event) {
        events++;
        if (event.type() == EventType.VIEW) {
            views.set(number(event.eventId()));
        }
        int hash = Math.floorMod(event.userId().hashCode(), AHEAD_ONE_IN * SHARES);
        boolean isAhead = hash % AHEAD_ONE_IN == 0;
        byte[] value = writer.event(isAhead ? event.at(event.timestamp() + AHEAD) : event);
        int partition = partition(hash % SHARES);
        if (random.nextDouble() < LATE) {
            long late = now + LEAST_LATE + random.nextInt(MOST_LATE - LEAST_LATE);
            held.add(new Sent(false, partition, event.userId(), late, value));
        } else {
            messages.add(new Sent(false, partition, event.userId(), now, value));
        }
        if (poisonEvery > 0 && events % (poisonEvery - 1) == 0) {
            byte[] poison = Poison.of(unreadable++, now).getBytes(StandardCharsets.UTF_8);
            messages.add(new Sent(false, partition, event.userId(), now, poison));
        }
    }

    private static int partition(int share) {
        return share < 8 ? 0 : share < 12 ? 1 : share < 14 ? 2 : 3;
    }

    private void release(long until) {
        while (!held.isEmpty() && held.peek().timestamp() <= until) {
            messages.add(held.remove());
        }
    }

    /** The number in an event's id, which is the id of the ranking it asks for. */
    static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    List<Sent> messages() {
        return messages;
    }

    int events() {
        return events;
    }

    int unreadable() {
        return unreadable;
    }

    /** Numbers of the rankings that must come. */
    BitSet views() {
        return views;
    }

    /** When the last event arrives, epoch milliseconds. */
    long newest() {
        return now;
    }

    /** An event for each partition that is so much later that everything before it is learned. */
    Sent last(int partition) {
        String user = "last" + partition;
        Event event = Event.of(user, user, firstItem, EventType.CART, newest() + MINUTE, null);
        return new Sent(false, partition, user, event.timestamp(), writer.event(event));
    }

    /** What the job has to learn of it. */
    Expected expected(AkinSettings settings) {
        Records records = new Records(settings.wire());
        Expected expected = new Expected(settings);
        for (Sent sent : messages) {
            expected.add(
                    sent.isItem()
                            ? records.item(sent.partition(), sent.timestamp(), sent.key(), sent.value())
                            : records.event(sent.partition(), sent.timestamp(), sent.key(), sent.value()));
        }
        return expected;
    }

    /** The digest of the model that has to come of it. */
    String digest(Expected expected) {
        return expected.digest(newest() + MINUTE / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d events, %,d unreadable, %,d items, %,d catalogue changes",
                events,
                unreadable,
                catalogue,
                changes);
    }
}

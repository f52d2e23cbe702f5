package akin.bench.faults;

import akin.jobs.config.AkinSettings;
import akin.jobs.wire.MessageReader;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.models.loop.PlainLoop;
import akin.tools.simulation.Shop;
import akin.tools.simulation.ShopSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * What a simulated shop sends: a catalogue, then events, some of them unreadable. The same every time, and with it what
 * must come of it.
 */
final class Traffic {
    private static final long MINUTE = 60_000;

    private final List<Sent> catalogue = new ArrayList<>();
    private final List<Sent> messages = new ArrayList<>();
    private final BitSet views = new BitSet();
    private int events;
    private int unreadable;
    private long newest;

    /** A record of Kafka's. */
    record Sent(String key, long timestamp, byte[] value) {}

    /**
     * @param events how many readable ones
     * @param poisonEvery every so manieth message is unreadable, 0: none
     */
    Traffic(ShopSettings shop, int events, int poisonEvery) {
        MessageWriter writer = new MessageWriter();
        try (Shop source = new Shop(shop)) {
            while (this.events < events) {
                Message message = source.next();
                if (message instanceof Message.ShopEvent happened) {
                    add(happened.event(), writer);
                    if (poisonEvery > 0 && (messages.size() + 1) % poisonEvery == 0) {
                        poison(happened.event());
                    }
                } else if (message instanceof Message.ItemChange change && messages.isEmpty()) {
                    // Each at an instant of its own before the first event: then their order is no matter of transport.
                    long timestamp = shop.start() - 2L * shop.items() + catalogue.size();
                    catalogue.add(new Sent(change.item().itemId(), timestamp, writer.item(change.item())));
                }
            }
        }
    }

    private void add(Event event, MessageWriter writer) {
        messages.add(new Sent(event.userId(), event.timestamp(), writer.event(event)));
        events++;
        newest = Math.max(newest, event.timestamp());
        if (event.type() == EventType.VIEW) {
            views.set(number(event.eventId()));
        }
    }

    private void poison(Event beside) {
        byte[] value = Poison.of(unreadable++, beside.timestamp()).getBytes(StandardCharsets.UTF_8);
        messages.add(new Sent(beside.userId(), beside.timestamp(), value));
    }

    /** The number in an event's id, which is the id of the ranking it asks for. */
    static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    List<Sent> catalogue() {
        return catalogue;
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

    /** When the last event is, epoch milliseconds. */
    long newest() {
        return newest;
    }

    /** An event for each partition that is so much later that everything before it is learned. */
    Sent last(int partition) {
        Event event = Event.of(
                "last" + partition, "last" + partition, catalogue.get(0).key(), EventType.CART, newest + MINUTE, null);
        return new Sent(event.userId(), event.timestamp(), new MessageWriter().event(event));
    }

    /** The digest of the model that a plain loop over the same messages learns. */
    String digest(AkinSettings settings) {
        MessageReader reader = new MessageReader(settings.wire());
        PlainLoop loop = new PlainLoop(settings.sessions(), settings.recommender(), settings.shards());
        catalogue.forEach(item -> loop.add(reader.item(item.value(), item.timestamp(), "catalogue")));
        messages.forEach(event -> loop.add(reader.event(event.value(), event.timestamp(), "events")));
        loop.run(ranking -> {});
        return PlainLoop.digest(loop.reports());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d events, %,d unreadable, %,d items", events, unreadable, catalogue.size());
    }
}

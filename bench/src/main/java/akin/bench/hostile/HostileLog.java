package akin.bench.hostile;

import akin.bench.Records;
import akin.bench.hostile.Harm.Posted;
import akin.jobs.config.WireLimits;
import akin.jobs.wire.MessageWriter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.tools.logs.MessageIterator;
import akin.tools.simulation.Shop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** What a shop sends and what nobody should, as records of one partition, read as the job on Kafka reads them. */
final class HostileLog implements MessageIterator {
    private final HostileSettings settings;
    private final Progress progress;
    private final Shop shop;
    private final Random random;
    private final MessageWriter writer = new MessageWriter();
    private final Records records;
    private final Harm[] harms = Harm.values();
    private final Queue<Message> ready = new ArrayDeque<>();
    private final long startNanos = System.nanoTime();
    private Message held;
    private long now;
    private long taken;
    private long harmed;
    private int bursts;

    /** Where the messages are, for who watches. */
    interface Progress {
        /** Takes the time of what comes next, epoch milliseconds. */
        void at(long eventTime);

        /** Takes the id of an event of the shop whose ranking has to come. */
        void asked(String eventId);

        /** Takes that a message was handed over. */
        void offered();
    }

    HostileLog(HostileSettings settings, WireLimits limits, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        shop = new Shop(settings.shop());
        random = new Random(settings.shop().seed());
        records = new Records(limits);
        now = settings.shop().start();
        held = shop.next();
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || now < settings.end();
    }

    @Override
    public Message next() {
        while (ready.isEmpty()) {
            step();
        }
        progress.offered();
        return ready.remove();
    }

    private void step() {
        Message message = held;
        held = shop.next();
        boolean isEvent = message instanceof Message.ShopEvent;
        if (isEvent) {
            now = Math.max(now, message.timestamp());
            pace();
        }
        if (message instanceof Message.ShopEvent happened) {
            if (happened.event().type() == EventType.VIEW) {
                progress.asked(happened.event().eventId());
            }
            take(new Posted(false, writer.event(happened.event())));
        } else if (message instanceof Message.ItemChange change) {
            take(new Posted(true, writer.item(change.item())));
        }
        if (isEvent && random.nextDouble() < settings.share()) {
            take(harms[(int) (harmed % harms.length)].make(random, harmed, now));
            harmed++;
        }
        burst();
    }

    /** The bot's burst is due at each full hour but the first. */
    private void burst() {
        long due = settings.shop().start() + (bursts + 1) * settings.eventTime().toMillis() / (settings.bursts() + 1);
        if (bursts == settings.bursts() || now < due) {
            return;
        }
        for (int i = 0; i < settings.botEvents() / settings.bursts(); i++) {
            String id = "bot" + bursts + "-" + i;
            Event view =
                    Event.of(id, "bot", "i" + random.nextInt(settings.shop().items()), EventType.VIEW, now, null);
            take(new Posted(false, writer.event(view)));
        }
        bursts++;
    }

    private void pace() {
        progress.at(now);
        if (settings.wall().isZero()) {
            return;
        }
        long due = startNanos + (long) ((now - settings.shop().start()) / settings.speed() * 1e6);
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(wait, 1_000_000));
        }
    }

    private void take(Posted posted) {
        String key = "k" + taken++;
        Message message = posted.isItem()
                ? records.item(0, now, key, posted.value())
                : records.event(0, now, key, posted.value());
        ready.add(message.from("events/0"));
    }

    @Override
    public void close() {
        shop.close();
    }
}

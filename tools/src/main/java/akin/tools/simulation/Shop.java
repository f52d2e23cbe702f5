package akin.tools.simulation;

import akin.models.catalog.Item;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.event.Message;
import akin.tools.logs.MessageIterator;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A simulated shop without end: its catalogue first, then events and catalogue changes in the order in which they arrive,
 * a few of them late or twice. The same settings give the same messages.
 *
 * <p>Shoppers come with an intent (a category and a style), walk along similar items, stray and come back; so the items
 * before the last one tell something that the last one doesn't. They put into the cart what they like in general.
 */
public final class Shop implements MessageIterator {
    private static final double MEAN_PAUSE = 20_000;
    private static final double CRAWL_PAUSE = 1000;
    private static final double STRAY = 0.15;
    private static final double NEAR = 0.6;
    private static final double BACK = 0.05;
    private static final double CART = 0.05;
    private static final double TASTEFUL_CART = 0.14;
    private static final double PURCHASE = 0.3;
    private static final double TWICE = 0.003;
    private static final double LATE = 0.01;
    private static final long MOST_LATE = 1500;
    private static final double CHANGE = 0.002;

    private final ShopSettings settings;
    private final Draws draws;
    private final Assortment assortment;
    private final Shoppers shoppers;
    private final PriorityQueue<Walk> walks = new PriorityQueue<>(
            Comparator.<Walk>comparingLong(walk -> walk.time).thenComparingLong(walk -> walk.serial));
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparingLong(Held::release).thenComparingLong(Held::number));
    private final Queue<Message> ready = new ArrayDeque<>();
    private int described;
    private long sessions;
    private long events;

    /** An event that arrives later than it happened. */
    private record Held(long release, long number, Message message) {}

    public Shop(ShopSettings settings) {
        this.settings = settings;
        draws = new Draws(settings.seed());
        assortment = new Assortment(settings.seed(), settings.items());
        shoppers = new Shoppers(settings, draws, assortment.leaves());
        for (int i = 0; i < settings.items(); i++) {
            assortment.add();
        }
        long active = Math.max(1, Math.round(settings.eventsPerSecond() * MEAN_PAUSE / 1000));
        for (long i = 0; i < active; i++) {
            walks.add(shoppers.next(sessions++, settings.start() + draws.wait(MEAN_PAUSE)));
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Message next() {
        if (described < settings.items()) {
            return Message.of(assortment.describe(described++, 0, 1, true, 1));
        }
        while (ready.isEmpty()) {
            step();
        }
        return ready.remove();
    }

    private void step() {
        Walk walk = walks.remove();
        while (!held.isEmpty() && held.peek().release() <= walk.time) {
            ready.add(held.remove().message());
        }
        if (draws.chance(CHANGE)) {
            changeCatalogue(walk.time);
        }
        move(walk);
        if (walk.left > 0) {
            walk.time += draws.wait(walk.plan.bot() ? CRAWL_PAUSE : MEAN_PAUSE);
            walks.add(walk);
        } else {
            shoppers.left(walk);
            walks.add(shoppers.next(sessions++, walk.time + draws.wait(MEAN_PAUSE)));
        }
    }

    /** One thing a shopper does: mostly a visit; or the item at hand goes into the cart, or what is in it is bought. */
    private void move(Walk walk) {
        boolean likes = walk.item >= 0 && assortment.style(walk.item) == walk.plan.taste();
        if (walk.carted >= 0 && draws.chance(PURCHASE)) {
            emit(walk, walk.carted, EventType.PURCHASE);
            walk.carted = -1;
        } else if (walk.item >= 0
                && walk.carted < 0
                && !walk.plan.bot()
                && draws.chance(likes ? TASTEFUL_CART : CART)) {
            walk.carted = walk.item;
            emit(walk, walk.item, EventType.CART);
        } else {
            visit(walk);
        }
    }

    private void visit(Walk walk) {
        walk.left--;
        int next = choose(walk);
        if (next >= 0 && !assortment.isGone(next)) {
            walk.previous = walk.item;
            walk.item = next;
            emit(walk, next, EventType.VIEW);
        }
    }

    private int choose(Walk walk) {
        if (walk.plan.bot()) {
            return (int) Math.floorMod(walk.serial * 31 + walk.left, (long) assortment.size());
        }
        if (walk.previous >= 0 && draws.chance(BACK)) {
            return walk.previous;
        }
        if (draws.chance(STRAY)) {
            return assortment.popular(draws.below(assortment.leaves()), walk.plan.taste(), draws);
        }
        boolean onIntent = walk.item >= 0
                && assortment.leaf(walk.item) == walk.plan.leaf()
                && assortment.style(walk.item) == walk.plan.style();
        int near = onIntent && draws.chance(NEAR) ? assortment.near(walk.item, draws) : -1;
        return near >= 0 ? near : assortment.popular(walk.plan.leaf(), walk.plan.style(), draws);
    }

    private void emit(Walk walk, int item, EventType type) {
        if (assortment.isGone(item)) {
            return;
        }
        long number = events++;
        Message message = Message.of(Event.of(
                "e" + number, walk.plan.userId(), Assortment.id(item), type, walk.time, walk.plan.sessionId()));
        if (draws.chance(LATE)) {
            held.add(new Held(walk.time + 1 + draws.below((int) MOST_LATE), number, message));
            return;
        }
        ready.add(message);
        if (draws.chance(TWICE)) {
            ready.add(message);
        }
    }

    private void changeCatalogue(long now) {
        int item = draws.below(assortment.size());
        switch (draws.below(4)) {
            case 0 -> ready.add(Message.of(assortment.describe(assortment.add(), now, now, true, 1)));
            case 1 -> delete(item, now);
            default -> {
                if (!assortment.isGone(item)) {
                    ready.add(
                            Message.of(assortment.describe(item, now, 1, draws.chance(0.7), 0.7 + 0.6 * draws.unit())));
                }
            }
        }
    }

    /** A shop of thousands may lose one now and then; half as many go as come. */
    private void delete(int item, long now) {
        if (!assortment.isGone(item) && draws.chance(0.5)) {
            assortment.remove(item);
            ready.add(Message.of(Item.deleted(Assortment.id(item), now)));
        }
    }

    @Override
    public void close() {}
}

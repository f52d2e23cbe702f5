package akin.models.session;

import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.shard.Enhancement;
import akin.models.shard.Visit;
import java.util.List;
import java.util.function.Consumer;

/** Tells the earlier visits of a session to an item, in their order, that it went into the cart or was bought. */
final class Enhancements {
    private final int window;
    private final ShardLookup shards;

    Enhancements(SessionSettings settings, ShardLookup shards) {
        window = settings.window();
        this.shards = shards;
    }

    void tell(Turn turn, Consumer<? super Enhancement> news) {
        Event event = turn.event();
        EventType before = turn.session().ledTo(event.itemId());
        if (turn.isQuotaUsed() || most(event.type(), before) == before) {
            return;
        }
        List<String> trail = turn.session().trail();
        for (int at = 1; at < trail.size(); at++) {
            if (trail.get(at).equals(event.itemId())) {
                List<String> earlier = Windows.of(trail.subList(0, at), window);
                String anchor = Visit.anchorOf(event.itemId(), earlier);
                if (anchor != null) {
                    news.accept(new Enhancement(
                            shards.shardOf(anchor, event.timestamp()),
                            event.timestamp(),
                            event.userId(),
                            turn.shopper().sequence() * Session.TRAIL + at,
                            event.itemId(),
                            event.type(),
                            before,
                            earlier));
                }
            }
        }
    }

    /** Returns the one of two types that weighs more, the first where they weigh the same. */
    static EventType most(EventType one, EventType other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(EventType type) {
        return type == EventType.PURCHASE ? 2 : type == EventType.CART ? 1 : 0;
    }
}

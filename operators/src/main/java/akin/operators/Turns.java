package akin.operators;

import akin.models.event.Event;
import akin.models.session.Sessions;
import akin.models.session.Shopper;
import akin.models.session.Turn;
import akin.models.shard.ShardInput;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Takes events in event-time order, and counts what is beyond caps. */
final class Turns {
    private final Sessions sessions;
    private final boolean rankInEventTime;
    private final Tally overCap;
    private final Tally overQuota;

    Turns(Sessions sessions, boolean rankInEventTime, RuntimeContext context) {
        this.sessions = sessions;
        this.rankInEventTime = rankInEventTime;
        overCap = new Tally(context, "over_cap");
        overQuota = new Tally(context, "over_quota");
    }

    /** Returns the shopper after an event; nothing is counted when that fails. */
    Shopper advance(Shopper shopper, Event event, List<ShardInput> inputs) {
        if (rankInEventTime && sessions.asks(event)) {
            inputs.add(sessions.request(shopper, event));
        }
        Turn turn = sessions.turn(shopper, event);
        Shopper after = sessions.advance(turn, inputs::add);
        if (turn.isOverCap()) {
            overCap.increment();
        }
        if (turn.isOverQuota()) {
            overQuota.increment();
        }
        return after;
    }
}

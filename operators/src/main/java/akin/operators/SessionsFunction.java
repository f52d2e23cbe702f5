package akin.operators;

import akin.models.catalog.Item;
import akin.models.event.Arrival;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.ranking.Placement;
import akin.models.session.Arrivals;
import akin.models.session.SessionSettings;
import akin.models.session.Sessions;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.session.Turn;
import akin.models.shard.ItemUpdate;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardDirectory;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts events into the context of their shopper. Rank requests leave at once; visits leave in event-time order once the
 * watermark has passed. Where the catalogue is cut by category, the broadcast side says which shard an item is in.
 */
public final class SessionsFunction extends KeyedBroadcastProcessFunction<String, Arrival, ItemUpdate, ShardInput> {
    public static final OutputTag<Event> LATE = new OutputTag<>("late", RecordTypes.EVENT);
    /** Shards by item id, kept only where the id alone doesn't tell. */
    public static final MapStateDescriptor<String, ShardVersions> SHARDS = OperatorStates.shardsOfItems();

    private static final int EXPIRY_CHECKS = 8;

    private final SessionSettings settings;
    private final List<Placement> placements;
    private final ShardSettings shardSettings;
    private final boolean rankInEventTime;

    private transient ShardDirectory directory;
    private transient Arrivals arrivals;
    private transient Sessions sessions;
    private transient ValueState<Shopper> shoppers;
    private transient ReadOnlyBroadcastState<String, ShardVersions> shards;
    private transient Tally duplicates;
    private transient Tally late;
    private transient Tally overCap;
    private transient Tally overQuota;
    private transient Tally forgotten;

    public SessionsFunction(
            SessionSettings settings,
            List<Placement> placements,
            ShardSettings shardSettings,
            boolean rankInEventTime) {
        this.settings = settings;
        this.placements = placements;
        this.shardSettings = shardSettings;
        this.rankInEventTime = rankInEventTime;
    }

    @Override
    public void open(OpenContext context) {
        directory = new ShardDirectory(shardSettings);
        arrivals = new Arrivals(settings);
        sessions = new Sessions(settings, placements, this::shardOf);
        shoppers = getRuntimeContext().getState(OperatorStates.shopper());
        duplicates = new Tally(getRuntimeContext(), "duplicates");
        late = new Tally(getRuntimeContext(), "late");
        overQuota = new Tally(getRuntimeContext(), "over_quota");
        overCap = new Tally(getRuntimeContext(), "over_cap");
        forgotten = new Tally(getRuntimeContext(), "forgotten");
    }

    private int shardOf(String itemId, long timestamp) {
        if (!directory.needsCatalog()) {
            return directory.shardOf(itemId);
        }
        ShardVersions versions = StateAccess.of(() -> shards.get(itemId));
        return versions == null ? ShardDirectory.UNKNOWN : versions.at(timestamp, ShardDirectory.UNKNOWN);
    }

    @Override
    public void processBroadcastElement(ItemUpdate update, Context context, Collector<ShardInput> out)
            throws Exception {
        if (directory.needsCatalog()) {
            BroadcastState<String, ShardVersions> state = context.getBroadcastState(SHARDS);
            String itemId = update.item().itemId();
            ShardVersions before = state.get(itemId);
            long since = update.timestamp();
            state.put(
                    itemId,
                    before == null
                            ? ShardVersions.of(since, update.shard())
                            : before.plus(since, update.shard(), context.currentWatermark()));
        }
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<ShardInput> out) throws Exception {
        if (arrival.item() != null) {
            Item item = arrival.item();
            out.collect(new ItemUpdate(directory.shardOf(item.itemId()), item, arrival.at()));
            return;
        }
        Event event = arrival.event();
        shards = context.getBroadcastState(SHARDS);
        Shopper shopper = shoppers.value() == null ? Shopper.NEW : shoppers.value();
        if (event.type() == EventType.FORGET) {
            forget(shopper, event.at(arrival.at()), context);
            return;
        }
        if (arrivals.isDuplicate(shopper, event)) {
            duplicates.increment();
            return;
        }
        if (arrival.isLate()) {
            late.increment();
            context.output(LATE, event);
        }
        if (!rankInEventTime) {
            request(sessions.caughtUp(shopper, event), event, out);
        }
        Event toCome = toCome(arrival);
        shoppers.update(arrivals.arrive(shopper, event, toCome));
        if (toCome != null) {
            context.timerService().registerEventTimeTimer(toCome.timestamp());
        }
        scheduleExpiry(shopper, event, context);
    }

    private void forget(Shopper shopper, Event request, ReadOnlyContext context) throws Exception {
        if (shopper != Shopper.NEW) {
            forgotten.increment();
            shoppers.update(arrivals.forget(shopper, request));
            context.timerService().registerEventTimeTimer(request.timestamp());
        }
    }

    /** What is left to do in event time: the event, or when it is late the ranking that it asks for, or null. */
    private Event toCome(Arrival arrival) {
        if (!arrival.isLate()) {
            return arrival.event();
        }
        return rankInEventTime && sessions.asks(arrival.event())
                ? arrival.event().asRequest(arrival.at())
                : null;
    }

    private void request(Shopper shopper, Event event, Collector<ShardInput> out) {
        RankRequest request = sessions.request(shopper, event);
        if (request != null) {
            out.collect(request);
        }
    }

    /** A timer per eighth of the expiry time rather than per event: a shopper is forgotten at the end of an eighth. */
    private void scheduleExpiry(Shopper before, Event event, ReadOnlyContext context) {
        long seen = Math.max(before.lastSeen(), event.timestamp());
        if (before == Shopper.NEW || expiry(seen) != expiry(before.lastSeen())) {
            context.timerService().registerEventTimeTimer(expiry(seen));
        }
    }

    private long expiry(long lastSeen) {
        long step = Math.max(1, settings.historyExpiry().toMillis() / EXPIRY_CHECKS);
        return (Math.floorDiv(lastSeen + settings.historyExpiry().toMillis(), step) + 1) * step;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ShardInput> out) throws Exception {
        shards = context.getBroadcastState(SHARDS);
        Shopper shopper = shoppers.value();
        if (shopper == null) {
            return;
        }
        Shopper now = advance(shopper, timestamp, out);
        if (now.pending().isEmpty() && timestamp >= expiry(now.lastSeen())) {
            shoppers.clear();
        } else if (now != shopper) {
            shoppers.update(now);
        }
    }

    private Shopper advance(Shopper shopper, long watermark, Collector<ShardInput> out) {
        Shopper now = shopper;
        while (!now.pending().isEmpty() && now.pending().get(0).timestamp() <= watermark) {
            Event event = now.pending().get(0);
            now = arrivals.withoutFirstPending(now);
            if (rankInEventTime) {
                request(now, event, out);
            }
            Turn turn = sessions.turn(now, event);
            if (turn.isOverCap()) {
                overCap.increment();
            }
            if (turn.isOverQuota()) {
                overQuota.increment();
            }
            now = sessions.advance(turn, out::collect);
        }
        return now;
    }
}

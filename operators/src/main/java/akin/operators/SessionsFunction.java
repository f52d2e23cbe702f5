package akin.operators;

import akin.models.event.Arrival;
import akin.models.event.DeadLetter;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.experiment.ExperimentSettings;
import akin.models.ranking.Placement;
import akin.models.session.Arms;
import akin.models.session.Arrivals;
import akin.models.session.SessionSettings;
import akin.models.session.Sessions;
import akin.models.session.SessionsControl;
import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.models.shard.RankRequest;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts events into the context of their shopper. Rank requests leave at once; visits leave in event-time order once the
 * watermark has passed. Where the catalogue is cut by category, the broadcast side says which shard an item is in.
 */
public final class SessionsFunction extends KeyedBroadcastProcessFunction<String, Arrival, SessionsControl, ShardInput>
        implements CheckpointedFunction {
    public static final OutputTag<Event> LATE = new OutputTag<>("late", RecordTypes.EVENT);
    /** Events that make sessions fail, and those of shoppers of whom too many wait. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = SortMessages.DEAD_LETTERS;
    /** Shards by item id, kept only where the id alone doesn't tell. */
    public static final MapStateDescriptor<String, ShardVersions> SHARDS = OperatorStates.shardsOfItems();

    private final SessionSettings settings;
    private final List<Placement> placements;
    private final ShardSettings shardSettings;
    private final boolean rankInEventTime;
    private final int mostFailures;
    private final Duration keepDeleted;
    private final ExperimentSettings experiments;

    private transient ItemShards shards;
    private transient SessionsExperiments running;
    private transient ExpirySteps expirySteps;
    private transient Arrivals arrivals;
    private transient Sessions sessions;
    private transient Turns turns;
    private transient ValueState<Shopper> shoppers;
    private transient Tally duplicates;
    private transient Tally late;
    private transient Tally overWaiting;
    private transient Failures failures;
    private transient Tally forgotten;

    /**
     * @param mostFailures inputs that may fail before the job stops
     * @param keepDeleted for how long it is known in which shard a deleted item was
     * @param experiments that change rankings
     */
    public SessionsFunction(
            SessionSettings settings,
            List<Placement> placements,
            ShardSettings shardSettings,
            boolean rankInEventTime,
            int mostFailures,
            Duration keepDeleted,
            ExperimentSettings experiments) {
        this.settings = settings;
        this.placements = placements;
        this.shardSettings = shardSettings;
        this.rankInEventTime = rankInEventTime;
        this.mostFailures = mostFailures;
        this.keepDeleted = keepDeleted;
        this.experiments = experiments;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        if (experiments.isOn()) {
            running = new SessionsExperiments(experiments, context);
        }
    }

    /** Broadcast state is written as it changes. */
    @Override
    public void snapshotState(FunctionSnapshotContext context) {}

    @Override
    public void open(OpenContext context) {
        shards = new ItemShards(shardSettings, keepDeleted);
        arrivals = new Arrivals(settings);
        sessions = new Sessions(settings, placements, shards::at, running == null ? Arms.NONE : running);
        turns = new Turns(sessions, rankInEventTime, getRuntimeContext());
        expirySteps = new ExpirySteps(settings.historyExpiry());
        shoppers = getRuntimeContext().getState(OperatorStates.shopper());
        duplicates = new Tally(getRuntimeContext(), "duplicates");
        late = new Tally(getRuntimeContext(), "late");
        overWaiting = new Tally(getRuntimeContext(), "over_waiting");
        failures = new Failures(getRuntimeContext(), mostFailures);
        forgotten = new Tally(getRuntimeContext(), "forgotten");
    }

    @Override
    public void processBroadcastElement(SessionsControl control, Context context, Collector<ShardInput> out)
            throws Exception {
        if (control.item() != null) {
            shards.put(control.item(), context.getBroadcastState(SHARDS), context.currentWatermark());
        } else if (running != null) {
            DeadLetter refused = running.take(control.experiments());
            if (refused != null && getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
                context.output(DEAD_LETTERS, refused);
            }
        }
    }

    @Override
    public void processElement(Arrival arrival, ReadOnlyContext context, Collector<ShardInput> out) throws Exception {
        if (arrival.item() != null) {
            out.collect(shards.update(arrival.item(), arrival.at()));
            return;
        }
        shards.read(context.getBroadcastState(SHARDS));
        Shopper known = shoppers.value();
        Shopper shopper = known == null ? Shopper.NEW : known;
        if (arrival.event().type() == EventType.FORGET) {
            forget(shopper, arrival.event().at(arrival.when()), context);
        } else if (arrivals.isDuplicate(shopper, arrival.event())) {
            duplicates.increment();
        } else {
            arrive(shopper, arrival, context, out);
        }
    }

    private void arrive(Shopper shopper, Arrival arrival, ReadOnlyContext context, Collector<ShardInput> out)
            throws Exception {
        Event event = arrival.event();
        if (arrival.isLate()) {
            late.increment();
            context.output(LATE, event);
        }
        if (!rankInEventTime && sessions.asks(event)) {
            RankRequest request =
                    tried(() -> sessions.request(sessions.caughtUp(shopper, event), event), event, context);
            if (request == null) {
                return;
            }
            out.collect(request);
        }
        Event toCome = arrivals.toCome(arrival, rankInEventTime && sessions.asks(event));
        if (toCome != null && arrivals.isFull(shopper, arrival)) {
            overWaiting.increment();
            context.output(DEAD_LETTERS, DeadLetter.of(origin(event), arrivals.whyFull(), event.toString()));
            toCome = null;
        }
        shoppers.update(arrivals.arrive(shopper, event, toCome));
        if (toCome != null) {
            context.timerService().registerEventTimeTimer(toCome.timestamp());
        }
        scheduleExpiry(shopper, event, context);
    }

    /** What is made of an event, or null when that fails: then the event is set aside. */
    private <T> T tried(Supplier<T> model, Event event, ReadOnlyContext context) {
        return failures.tried(model, () -> origin(event), event, letter -> context.output(DEAD_LETTERS, letter));
    }

    private static String origin(Event event) {
        return "sessions, " + event.userId();
    }

    private void forget(Shopper shopper, Event request, ReadOnlyContext context) throws Exception {
        if (shopper != Shopper.NEW) {
            forgotten.increment();
            shoppers.update(arrivals.forget(shopper, request));
            context.timerService().registerEventTimeTimer(request.timestamp());
        }
    }

    private void scheduleExpiry(Shopper before, Event event, ReadOnlyContext context) {
        long seen = Math.max(before.lastSeen(), event.timestamp());
        if (before == Shopper.NEW || expiry(seen) != expiry(before.lastSeen())) {
            context.timerService().registerEventTimeTimer(expiry(seen));
        }
    }

    private long expiry(long lastSeen) {
        return expirySteps.after(lastSeen + settings.historyExpiry().toMillis());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ShardInput> out) throws Exception {
        shards.read(context.getBroadcastState(SHARDS));
        Shopper shopper = shoppers.value();
        if (shopper == null) {
            return;
        }
        Shopper now = advance(shopper, timestamp, context, out);
        if (now.pending().isEmpty() && timestamp >= expiry(now.lastSeen())) {
            shoppers.clear();
        } else if (now != shopper) {
            shoppers.update(now);
        }
    }

    /** Takes all that is due at once: the timers of what comes after the first event have nothing left to do. */
    private Shopper advance(Shopper shopper, long timer, OnTimerContext context, Collector<ShardInput> out) {
        List<Event> due = arrivals.due(shopper, context.timerService().currentWatermark());
        if (due.isEmpty()) {
            return shopper;
        }
        Shopper now = arrivals.withoutFirst(shopper, due.size());
        for (Event event : due) {
            now = advance(now, event, context, out);
            if (event.timestamp() > timer) {
                context.timerService().deleteEventTimeTimer(event.timestamp());
            }
        }
        return now;
    }

    private Shopper advance(Shopper shopper, Event event, OnTimerContext context, Collector<ShardInput> out) {
        List<ShardInput> inputs = new ArrayList<>();
        Shopper after = tried(() -> turns.advance(shopper, event, inputs), event, context);
        if (after == null) {
            return shopper;
        }
        inputs.forEach(out::collect);
        return after;
    }
}

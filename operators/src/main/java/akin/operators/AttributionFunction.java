package akin.operators;

import akin.models.attribution.Attribution;
import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.attribution.Outcome;
import akin.models.attribution.Shown;
import akin.models.attribution.UserInputs;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.experiment.ExperimentSettings;
import akin.models.ranking.Trial;
import akin.state.OperatorStates;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says which outcomes are due to which lists, per user in event-time order: all waits until the watermark has passed its minute
 * or its look. What comes after the watermark counts as far as its list is still remembered.
 */
public final class AttributionFunction extends KeyedCoProcessFunction<String, Event, Exposure, Change> {
    private final ExperimentSettings settings;
    private final int mostWaiting;

    private transient Attribution attribution;
    private transient ExpirySteps expirySteps;
    private transient ValueState<UserInputs> users;
    private transient Shared<List<Trial>> trials;
    private transient Tally late;
    private transient Tally overWaiting;
    private transient Tally exposures;

    /**
     * @param mostWaiting inputs of a user that wait for event time; what comes beyond is counted and left out
     */
    public AttributionFunction(ExperimentSettings settings, int mostWaiting) {
        this.settings = settings;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public void open(OpenContext context) {
        attribution = new Attribution(settings.attribution());
        expirySteps = new ExpirySteps(settings.attribution().userExpiry());
        users = getRuntimeContext().getState(OperatorStates.attribution());
        trials = new Shared<>();
        late = new Tally(getRuntimeContext(), "attribution_late");
        overWaiting = new Tally(getRuntimeContext(), "attribution_over_waiting");
        exposures = new Tally(getRuntimeContext(), "exposures");
    }

    @Override
    public void processElement1(Event event, Context context, Collector<Change> out) throws Exception {
        if (event.type() == EventType.FORGET) {
            advance(user(), context, out);
            users.clear();
        } else {
            UserInputs user = withRoom(user(), context, out);
            take(user, user.with(Outcome.of(event)), event.timestamp(), context, out);
        }
    }

    @Override
    public void processElement2(Exposure exposure, Context context, Collector<Change> out) throws Exception {
        exposures.increment();
        Shown list = exposure.list();
        UserInputs user = withRoom(user(), context, out);
        take(user, user.with(list.with(trials.of(list.trials()))), list.timestamp(), context, out);
    }

    private UserInputs user() throws Exception {
        UserInputs user = users.value();
        return user == null ? UserInputs.NEW : user;
    }

    private UserInputs advance(UserInputs user, Context context, Collector<Change> out) {
        return user.advance(context.timerService().currentWatermark(), attribution, out::collect);
    }

    /** Takes what only waits for its minute to end, where that makes room. */
    private UserInputs withRoom(UserInputs user, Context context, Collector<Change> out) throws Exception {
        if (user.waiting() < mostWaiting) {
            return user;
        }
        UserInputs now = advance(user, context, out);
        users.update(now);
        return now;
    }

    private void take(UserInputs before, UserInputs after, long time, Context context, Collector<Change> out)
            throws Exception {
        if (time <= context.timerService().currentWatermark()) {
            late.increment();
            UserInputs now = advance(after, context, out);
            users.update(now);
            scheduleExpiry(now, context);
        } else if (before.waiting() >= mostWaiting) {
            overWaiting.increment();
        } else {
            users.update(after);
            context.timerService().registerEventTimeTimer(settings.turnAfter(time));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out) throws Exception {
        UserInputs user = users.value();
        if (user == null) {
            return;
        }
        UserInputs now = advance(user, context, out);
        if (now.isIdle() && timestamp >= attribution.expiry(now.trail())) {
            users.clear();
            return;
        }
        users.update(now);
        if (now.isIdle()) {
            scheduleExpiry(now, context);
        }
    }

    private void scheduleExpiry(UserInputs user, Context context) {
        context.timerService().registerEventTimeTimer(expirySteps.after(attribution.expiry(user.trail())));
    }
}

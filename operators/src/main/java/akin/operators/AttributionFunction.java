package akin.operators;

import akin.models.attribution.Attribution;
import akin.models.attribution.AttributionSettings;
import akin.models.attribution.Change;
import akin.models.attribution.Exposure;
import akin.models.attribution.Outcome;
import akin.models.attribution.UserInputs;
import akin.models.event.Event;
import akin.models.event.EventType;
import akin.models.ranking.Trial;
import akin.state.OperatorStates;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says which outcomes are due to which lists, per user in event-time order: all waits for the watermark. What comes after it
 * counts as far as its list is still remembered.
 */
public final class AttributionFunction extends KeyedCoProcessFunction<String, Event, Exposure, Change> {
    private final AttributionSettings settings;
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
    public AttributionFunction(AttributionSettings settings, int mostWaiting) {
        this.settings = settings;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public void open(OpenContext context) {
        attribution = new Attribution(settings);
        expirySteps = new ExpirySteps(settings.userExpiry());
        users = getRuntimeContext().getState(OperatorStates.attribution());
        trials = new Shared<>();
        late = new Tally(getRuntimeContext(), "attribution_late");
        overWaiting = new Tally(getRuntimeContext(), "attribution_over_waiting");
        exposures = new Tally(getRuntimeContext(), "exposures");
    }

    @Override
    public void processElement1(Event event, Context context, Collector<Change> out) throws Exception {
        if (event.type() == EventType.FORGET) {
            users.clear();
        } else {
            UserInputs user = user();
            take(user, user.with(Outcome.of(event)), event.timestamp(), context, out);
        }
    }

    @Override
    public void processElement2(Exposure exposure, Context context, Collector<Change> out) throws Exception {
        exposures.increment();
        UserInputs user = user();
        take(user, user.with(exposure.with(trials.of(exposure.trials()))), exposure.timestamp(), context, out);
    }

    private UserInputs user() throws Exception {
        UserInputs user = users.value();
        return user == null ? UserInputs.NEW : user;
    }

    private void take(UserInputs before, UserInputs after, long time, Context context, Collector<Change> out)
            throws Exception {
        long watermark = context.timerService().currentWatermark();
        if (time <= watermark) {
            late.increment();
            users.update(after.advance(watermark, attribution, out::collect));
            scheduleExpiry(users.value(), context);
        } else if (before.waiting() >= mostWaiting) {
            overWaiting.increment();
        } else {
            users.update(after);
            context.timerService().registerEventTimeTimer(time);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Change> out) throws Exception {
        UserInputs user = users.value();
        if (user == null) {
            return;
        }
        UserInputs now = user.advance(context.timerService().currentWatermark(), attribution, out::collect);
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

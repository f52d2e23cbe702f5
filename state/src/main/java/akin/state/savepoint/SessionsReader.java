package akin.state.savepoint;

import akin.models.session.Shopper;
import akin.state.OperatorStates;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads users with their timers. */
final class SessionsReader extends KeyedStateReaderFunction<String, SessionsEntry> {
    private transient ValueState<Shopper> shopper;

    @Override
    public void open(OpenContext context) {
        shopper = getRuntimeContext().getState(OperatorStates.shopper());
    }

    @Override
    public void readKey(String userId, Context context, Collector<SessionsEntry> out) throws Exception {
        long[] timers = context.registeredEventTimeTimers().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        out.collect(SessionsEntry.user(userId, timers, shopper.value()));
    }
}

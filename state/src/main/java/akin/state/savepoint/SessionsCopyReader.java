package akin.state.savepoint;

import akin.models.session.Shopper;
import akin.state.OperatorStates;
import akin.state.records.RecordTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads users with their timers, all but one. */
final class SessionsCopyReader extends KeyedStateReaderFunction<String, SessionsEntry> {
    private final String forgotten;

    private transient ValueState<Shopper> shopper;

    SessionsCopyReader(String forgotten) {
        this.forgotten = forgotten;
    }

    @Override
    public void open(OpenContext context) {
        shopper = getRuntimeContext().getState(OperatorStates.shopper());
    }

    @Override
    public void readKey(String userId, Context context, Collector<SessionsEntry> out) throws Exception {
        if (!userId.equals(forgotten)) {
            long[] timers = context.registeredEventTimeTimers().stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            out.collect(new SessionsEntry(userId, true, timers, Bytes.of(shopper.value(), RecordTypes.SHOPPER)));
        }
    }
}

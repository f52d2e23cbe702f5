package akin.state.savepoint;

import akin.models.session.ShardVersions;
import akin.models.session.Shopper;
import akin.state.OperatorStates;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/** Writes the state of Sessions: users with their timers, and what was broadcast. In one subtask. */
final class SessionsWriter extends KeyedStateBootstrapFunction<String, SessionsEntry> implements CheckpointedFunction {
    private transient ValueState<Shopper> shoppers;
    private transient BroadcastState<String, ShardVersions> shardsOfItems;

    @Override
    public void open(OpenContext context) {
        shoppers = getRuntimeContext().getState(OperatorStates.shopper());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        shardsOfItems = context.getOperatorStateStore().getBroadcastState(OperatorStates.shardsOfItems());
    }

    @Override
    public void processElement(SessionsEntry entry, Context context) throws Exception {
        if (!entry.isUser()) {
            shardsOfItems.put(entry.id(), entry.shards());
            return;
        }
        shoppers.update(entry.shopper());
        for (long timer : entry.timers()) {
            context.timerService().registerEventTimeTimer(timer);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // Everything is in state as it comes.
    }
}

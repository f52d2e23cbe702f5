package akin.state.savepoint;

import akin.models.shard.ShardInput;
import akin.state.OperatorStates;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads what a shard had not learned yet. */
final class PendingReader extends KeyedStateReaderFunction<Integer, ShardInput> {
    private transient ListState<ShardInput> pending;

    @Override
    public void open(OpenContext context) {
        pending = getRuntimeContext().getListState(OperatorStates.pending());
    }

    @Override
    public void readKey(Integer key, Context context, Collector<ShardInput> out) throws Exception {
        pending.get().forEach(out::collect);
    }
}

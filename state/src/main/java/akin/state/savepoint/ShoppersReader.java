package akin.state.savepoint;

import akin.models.session.Shopper;
import akin.state.OperatorStates;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads what is remembered of a user. */
final class ShoppersReader extends KeyedStateReaderFunction<String, Tuple2<String, Shopper>> {
    private transient ValueState<Shopper> shopper;

    @Override
    public void open(OpenContext context) {
        shopper = getRuntimeContext().getState(OperatorStates.shopper());
    }

    @Override
    public void readKey(String userId, Context context, Collector<Tuple2<String, Shopper>> out) throws Exception {
        out.collect(Tuple2.of(userId, shopper.value()));
    }
}

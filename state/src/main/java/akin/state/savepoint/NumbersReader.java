package akin.state.savepoint;

import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads numbers by name out of the directory. */
final class NumbersReader extends KeyedStateReaderFunction<Integer, Tuple2<String, Integer>> {
    private final MapStateDescriptor<String, Integer> state;

    private transient MapState<String, Integer> numbers;

    NumbersReader(MapStateDescriptor<String, Integer> state) {
        this.state = state;
    }

    @Override
    public void open(OpenContext context) {
        numbers = getRuntimeContext().getMapState(state);
    }

    @Override
    public void readKey(Integer key, Context context, Collector<Tuple2<String, Integer>> out) throws Exception {
        for (Map.Entry<String, Integer> entry : numbers.entries()) {
            out.collect(Tuple2.of(entry.getKey(), entry.getValue()));
        }
    }
}

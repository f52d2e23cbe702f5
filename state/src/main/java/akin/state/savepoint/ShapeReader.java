package akin.state.savepoint;

import akin.state.pages.PagedState;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads under which settings a shard's pages were written. */
final class ShapeReader extends KeyedStateReaderFunction<Integer, Tuple2<String, String>> {
    private transient MapState<String, String> settings;

    @Override
    public void open(OpenContext context) {
        settings = getRuntimeContext().getMapState(PagedState.SETTINGS);
    }

    @Override
    public void readKey(Integer key, Context context, Collector<Tuple2<String, String>> out) throws Exception {
        for (Map.Entry<String, String> setting : settings.entries()) {
            out.collect(Tuple2.of(setting.getKey(), setting.getValue()));
        }
    }
}

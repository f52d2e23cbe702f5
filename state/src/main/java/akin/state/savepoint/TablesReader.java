package akin.state.savepoint;

import akin.state.pages.PagedState;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads which tables a shard has. */
final class TablesReader extends KeyedStateReaderFunction<Integer, String> {
    private transient MapState<String, Integer> tables;

    @Override
    public void open(OpenContext context) {
        tables = getRuntimeContext().getMapState(PagedState.TABLES);
    }

    @Override
    public void readKey(Integer key, Context context, Collector<String> out) throws Exception {
        tables.keys().forEach(out::collect);
    }
}

package akin.state.savepoint;

import akin.models.memory.Page;
import akin.state.pages.PagedState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads a shard's pages, table after table. */
final class PagesReader extends KeyedStateReaderFunction<Integer, SavedPage> {
    private final List<String> tables;

    private transient Map<String, MapState<Integer, Page>> pages;
    private transient Set<Integer> read;

    PagesReader(List<String> tables) {
        this.tables = tables;
    }

    @Override
    public void open(OpenContext context) {
        pages = new TreeMap<>();
        read = new HashSet<>();
        tables.forEach(table -> pages.put(table, getRuntimeContext().getMapState(PagedState.descriptor(table))));
    }

    @Override
    public void readKey(Integer key, Context context, Collector<SavedPage> out) throws Exception {
        // A key is named once per state that it is in.
        if (read.add(key)) {
            for (Map.Entry<String, MapState<Integer, Page>> table : pages.entrySet()) {
                for (Map.Entry<Integer, Page> page : table.getValue().entries()) {
                    out.collect(new SavedPage(
                            key, table.getKey(), page.getKey(), page.getValue().bytes()));
                }
            }
        }
    }
}

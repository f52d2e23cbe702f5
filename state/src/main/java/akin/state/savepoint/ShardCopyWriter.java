package akin.state.savepoint;

import akin.models.recommender.ShardInput;
import akin.state.OperatorStates;
import akin.state.pages.PagedState;
import akin.state.records.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Writes shards as they were read, whatever their pages mean. */
final class ShardCopyWriter extends KeyedStateBootstrapFunction<Integer, ShardEntry> {
    private final List<String> tables;

    private transient Map<String, MapState<Integer, byte[]>> pages;
    private transient MapState<String, Integer> widths;
    private transient MapState<String, String> settings;
    private transient ListState<ShardInput> pending;

    ShardCopyWriter(List<String> tables) {
        this.tables = tables;
    }

    @Override
    public void open(OpenContext context) {
        pages = new TreeMap<>();
        tables.forEach(table -> pages.put(table, getRuntimeContext().getMapState(PagedState.descriptor(table))));
        widths = getRuntimeContext().getMapState(PagedState.TABLES);
        settings = getRuntimeContext().getMapState(PagedState.SETTINGS);
        pending = getRuntimeContext().getListState(OperatorStates.pending());
    }

    @Override
    public void processElement(ShardEntry entry, Context context) throws Exception {
        switch (entry.kind()) {
            case PAGE -> pages.get(entry.name()).put(entry.number(), entry.value());
            case TABLE -> widths.put(entry.name(), entry.number());
            case SETTING -> settings.put(entry.name(), new String(entry.value(), StandardCharsets.UTF_8));
            case PENDING -> pending.add(Bytes.read(entry.value(), RecordTypes.SHARD_INPUT));
        }
    }
}

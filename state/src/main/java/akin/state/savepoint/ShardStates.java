package akin.state.savepoint;

import akin.models.memory.Page;
import akin.models.shard.ShardInput;
import akin.state.OperatorStates;
import akin.state.pages.PagedState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.MapState;

/** The keyed states of the shards. */
record ShardStates(
        Map<String, MapState<Integer, Page>> pages,
        MapState<String, Integer> tables,
        MapState<String, String> settings,
        ListState<ShardInput> pending) {
    static ShardStates of(RuntimeContext context, List<String> tables) {
        Map<String, MapState<Integer, Page>> pages = new TreeMap<>();
        tables.forEach(table -> pages.put(table, context.getMapState(PagedState.descriptor(table))));
        return new ShardStates(
                pages,
                context.getMapState(PagedState.TABLES),
                context.getMapState(PagedState.SETTINGS),
                context.getListState(OperatorStates.pending()));
    }
}

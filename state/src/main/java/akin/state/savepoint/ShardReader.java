package akin.state.savepoint;

import akin.models.memory.Page;
import akin.models.shard.ShardInput;
import akin.state.savepoint.ShardEntry.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.Collector;

/** Reads the entries of each shard's state: table after table, then the rest. */
final class ShardReader extends OncePerKey<Integer, ShardEntry> {
    private final List<String> tables;
    private final Set<Kind> kinds;

    private transient ShardStates states;

    /**
     * @param tables that there are pages of
     * @param kinds of entries that are wanted
     */
    ShardReader(List<String> tables, Set<Kind> kinds) {
        this.tables = tables;
        this.kinds = EnumSet.copyOf(kinds);
    }

    @Override
    public void open(OpenContext context) {
        super.open(context);
        states = ShardStates.of(getRuntimeContext(), tables);
    }

    @Override
    void readOnce(Integer key, Collector<ShardEntry> out) throws Exception {
        for (Kind kind : kinds) {
            switch (kind) {
                case PAGE -> pages(key, out);
                case TABLE -> tables(key, out);
                case SETTING -> settings(key, out);
                case PENDING -> pending(key, out);
            }
        }
    }

    private void pages(int key, Collector<ShardEntry> out) throws Exception {
        for (Map.Entry<String, MapState<Integer, Page>> table : states.pages().entrySet()) {
            for (Map.Entry<Integer, Page> page : table.getValue().entries()) {
                out.collect(ShardEntry.page(key, table.getKey(), page.getKey(), page.getValue()));
            }
        }
    }

    private void tables(int key, Collector<ShardEntry> out) throws Exception {
        for (Map.Entry<String, Integer> table : states.tables().entries()) {
            out.collect(ShardEntry.table(key, table.getKey(), table.getValue()));
        }
    }

    private void settings(int key, Collector<ShardEntry> out) throws Exception {
        for (Map.Entry<String, String> setting : states.settings().entries()) {
            out.collect(ShardEntry.setting(key, setting.getKey(), setting.getValue()));
        }
    }

    private void pending(int key, Collector<ShardEntry> out) throws Exception {
        for (ShardInput input : states.pending().get()) {
            out.collect(ShardEntry.pending(key, input));
        }
    }
}

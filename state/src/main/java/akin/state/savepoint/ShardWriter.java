package akin.state.savepoint;

import akin.models.memory.Page;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Writes the state of shards entry by entry, whatever the pages mean. */
final class ShardWriter extends KeyedStateBootstrapFunction<Integer, ShardEntry> {
    private final List<String> tables;

    private transient ShardStates states;

    /**
     * @param tables that pages come of
     */
    ShardWriter(List<String> tables) {
        this.tables = tables;
    }

    @Override
    public void open(OpenContext context) {
        states = ShardStates.of(getRuntimeContext(), tables);
    }

    @Override
    public void processElement(ShardEntry entry, Context context) throws Exception {
        switch (entry.kind()) {
            case PAGE -> states.pages().get(entry.name()).put(entry.number(), new Page(entry.value()));
            case TABLE -> states.tables().put(entry.name(), entry.number());
            case SETTING -> states.settings().put(entry.name(), entry.text());
            case PENDING -> states.pending().add(entry.input());
        }
    }
}

package akin.state.savepoint;

import akin.models.memory.Page;
import akin.state.records.RecordTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Writes shards as they were read, whatever their pages mean. */
final class ShardCopyWriter extends KeyedStateBootstrapFunction<Integer, ShardEntry> {
    private final List<String> tables;

    private transient ShardStates states;

    ShardCopyWriter(List<String> tables) {
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
            case TABLE -> states.widths().put(entry.name(), entry.number());
            case SETTING -> states.settings().put(entry.name(), new String(entry.value(), StandardCharsets.UTF_8));
            case PENDING -> states.pending().add(Bytes.read(entry.value(), RecordTypes.SHARD_INPUT));
        }
    }
}

package akin.state.savepoint;

import akin.models.memory.Page;
import akin.models.shard.ShardInput;
import akin.state.records.RecordTypes;
import akin.state.savepoint.ShardEntry.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads all of a shard, but of what waits only what is not of one user. */
final class ShardCopyReader extends KeyedStateReaderFunction<Integer, ShardEntry> {
    private static final byte[] NOTHING = {};

    private final List<String> tables;
    private final String forgotten;

    private transient ShardStates states;
    private transient Set<Integer> read;

    ShardCopyReader(List<String> tables, String forgotten) {
        this.tables = tables;
        this.forgotten = forgotten;
    }

    @Override
    public void open(OpenContext context) {
        states = ShardStates.of(getRuntimeContext(), tables);
        read = new HashSet<>();
    }

    @Override
    public void readKey(Integer key, Context context, Collector<ShardEntry> out) throws Exception {
        // A key is named once per state that it is in.
        if (!read.add(key)) {
            return;
        }
        for (Map.Entry<String, MapState<Integer, Page>> table : states.pages().entrySet()) {
            for (Map.Entry<Integer, Page> page : table.getValue().entries()) {
                out.collect(new ShardEntry(
                        key,
                        Kind.PAGE,
                        table.getKey(),
                        page.getKey(),
                        page.getValue().bytes()));
            }
        }
        for (Map.Entry<String, Integer> width : states.widths().entries()) {
            out.collect(new ShardEntry(key, Kind.TABLE, width.getKey(), width.getValue(), NOTHING));
        }
        for (Map.Entry<String, String> setting : states.settings().entries()) {
            byte[] value = setting.getValue().getBytes(StandardCharsets.UTF_8);
            out.collect(new ShardEntry(key, Kind.SETTING, setting.getKey(), 0, value));
        }
        for (ShardInput input : states.pending().get()) {
            if (!input.isOf(forgotten)) {
                out.collect(new ShardEntry(key, Kind.PENDING, "", 0, Bytes.of(input, RecordTypes.SHARD_INPUT)));
            }
        }
    }
}

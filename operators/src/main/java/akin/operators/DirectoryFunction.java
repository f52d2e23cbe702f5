package akin.operators;

import akin.models.catalog.Item;
import akin.models.event.DeadLetter;
import akin.models.shard.ItemUpdate;
import akin.models.shard.ShardDirectory;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends catalogue changes to their shards. All of them share one key, since shards are numbered over the whole catalogue. */
public final class DirectoryFunction extends KeyedProcessFunction<Integer, Item, ItemUpdate> {
    /** Changes that a newer one of the same item overtook. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS = SortMessages.DEAD_LETTERS;

    private final ShardSettings settings;

    private transient ShardDirectory directory;
    private transient ValueState<Long> sequence;
    private transient StateNumbers paths;
    private transient StateNumbers items;
    private transient StateChanges changes;
    private transient Tally overtaken;

    public DirectoryFunction(ShardSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        directory = new ShardDirectory(settings);
        sequence = getRuntimeContext().getState(new ValueStateDescriptor<>("sequence", Types.LONG));
        paths = numbers(OperatorStates.paths());
        items = numbers(OperatorStates.items());
        changes = new StateChanges(getRuntimeContext(), ShardDirectory.MOST_DELETED);
        overtaken = new Tally(getRuntimeContext(), "overtaken");
    }

    private StateNumbers numbers(MapStateDescriptor<String, Integer> state) {
        return new StateNumbers(getRuntimeContext().getMapState(state));
    }

    @Override
    public void processElement(Item item, Context context, Collector<ItemUpdate> out) throws Exception {
        long number = sequence.value() == null ? 0 : sequence.value();
        sequence.update(number + 1);
        if (!directory.route(item, paths, items, changes, number, out::collect)) {
            overtaken.increment();
            context.output(
                    DEAD_LETTERS,
                    DeadLetter.of(
                            "directory, " + item.itemId(), "a newer change of the item came before", item.toString()));
        }
    }

    private record StateNumbers(MapState<String, Integer> state) implements ShardDirectory.Numbers {
        @Override
        public Integer get(String name) {
            return StateAccess.of(() -> state.get(name));
        }

        @Override
        public void put(String name, int number) {
            StateAccess.of(() -> {
                state.put(name, number);
                return null;
            });
        }

        @Override
        public void remove(String name) {
            StateAccess.of(() -> {
                state.remove(name);
                return null;
            });
        }
    }
}

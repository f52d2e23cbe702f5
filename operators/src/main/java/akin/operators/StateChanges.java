package akin.operators;

import akin.models.catalog.Item;
import akin.models.shard.ShardDirectory;
import akin.state.OperatorStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/** Remembers in keyed state when items changed. Of those that were deleted the longest ago are forgotten when there are many. */
final class StateChanges implements ShardDirectory.Changes {
    private final int mostDeleted;
    private final MapState<String, Long> changed;
    private final MapState<String, Long> deleted;
    private final ValueState<Integer> count;

    /**
     * @param mostDeleted of more deleted items the older half is forgotten
     */
    StateChanges(RuntimeContext context, int mostDeleted) {
        this.mostDeleted = mostDeleted;
        changed = context.getMapState(OperatorStates.changed());
        deleted = context.getMapState(OperatorStates.deleted());
        count = context.getState(OperatorStates.numberDeleted());
    }

    @Override
    public Long newest(String itemId) {
        return StateAccess.of(() -> {
            Long live = changed.get(itemId);
            return live == null ? deleted.get(itemId) : live;
        });
    }

    @Override
    public void put(Item item) {
        StateAccess.of(() -> {
            boolean wasDeleted = deleted.contains(item.itemId());
            if (item.deleted()) {
                changed.remove(item.itemId());
                deleted.put(item.itemId(), item.timestamp());
                count(wasDeleted ? 0 : 1);
            } else {
                changed.put(item.itemId(), item.timestamp());
                if (wasDeleted) {
                    deleted.remove(item.itemId());
                    count(-1);
                }
            }
            return null;
        });
    }

    private void count(int more) throws Exception {
        int now = (count.value() == null ? 0 : count.value()) + more;
        count.update(now <= mostDeleted ? now : forgetHalf());
    }

    private int forgetHalf() throws Exception {
        List<Map.Entry<String, Long>> all = new ArrayList<>();
        deleted.entries().forEach(entry -> all.add(Map.entry(entry.getKey(), entry.getValue())));
        List<String> forgotten = ShardDirectory.olderHalf(all);
        for (String itemId : forgotten) {
            deleted.remove(itemId);
        }
        return all.size() - forgotten.size();
    }
}

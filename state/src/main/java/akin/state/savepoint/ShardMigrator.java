package akin.state.savepoint;

import akin.models.memory.Memory;
import akin.models.memory.Paged;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.pages.PagedState;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.util.Collector;

/** Reads a shard, lets a recommender under other settings take it over, and gives the entries of that one's state. */
final class ShardMigrator extends OncePerKey<Integer, ShardEntry> {
    private final RecommenderSettings before;
    private final RecommenderSettings after;
    private final ShardSettings cut;

    private transient PagedState pages;
    private transient ListState<ShardInput> pending;

    ShardMigrator(RecommenderSettings before, RecommenderSettings after, ShardSettings cut) {
        this.before = before;
        this.after = after;
        this.cut = cut;
    }

    @Override
    public void open(OpenContext context) {
        super.open(context);
        pages = new PagedState(getRuntimeContext(), new Recommender(before).memory(), cut.shape());
        pending = getRuntimeContext().getListState(OperatorStates.pending());
    }

    @Override
    void readOnce(Integer key, Collector<ShardEntry> out) throws Exception {
        Recommender old = new Recommender(before);
        pages.read(old.memory());
        old.loaded();
        Recommender migrated = new Recommender(after);
        migrated.adopt(old);
        memory(key, migrated.memory(), out);
        for (ShardInput input : pending.get()) {
            out.collect(ShardEntry.pending(key, input));
        }
    }

    private void memory(int key, Memory memory, Collector<ShardEntry> out) {
        memory.forEachPage((table, number, page) -> out.collect(ShardEntry.page(key, table, number, page)));
        for (Paged table : memory.tables()) {
            out.collect(ShardEntry.table(key, table.name(), table.width()));
        }
        PagedState.shape(memory, cut.shape()).forEach((name, text) -> out.collect(ShardEntry.setting(key, name, text)));
    }
}

package akin.state.savepoint;

import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.pages.PagedState;
import akin.state.records.RecordTypes;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;

/** Reads a shard, lets a recommender under other settings take it over, and gives that one's pages and what waits. */
final class ShardMigrator extends KeyedStateReaderFunction<Integer, SavedPage> {
    private final RecommenderSettings before;
    private final RecommenderSettings after;
    private final ShardSettings cut;

    private transient PagedState pages;
    private transient ListState<ShardInput> pending;
    private transient Set<Integer> read;

    ShardMigrator(RecommenderSettings before, RecommenderSettings after, ShardSettings cut) {
        this.before = before;
        this.after = after;
        this.cut = cut;
    }

    @Override
    public void open(OpenContext context) {
        pages = new PagedState(getRuntimeContext(), new Recommender(before).memory(), cut.shape());
        pending = getRuntimeContext().getListState(OperatorStates.pending());
        read = new HashSet<>();
    }

    @Override
    public void readKey(Integer key, Context context, Collector<SavedPage> out) throws Exception {
        // A key is named once per state that it is in.
        if (!read.add(key)) {
            return;
        }
        Recommender old = new Recommender(before);
        pages.read(old.memory());
        old.loaded();
        Recommender migrated = new Recommender(after);
        migrated.adopt(old);
        migrated.memory()
                .forEachPage((table, number, page) -> out.collect(new SavedPage(key, table, number, page.bytes())));
        int number = 0;
        for (ShardInput input : pending.get()) {
            byte[] bytes = Bytes.of(input, RecordTypes.SHARD_INPUT);
            out.collect(new SavedPage(key, ShardWriter.PENDING, number++, bytes));
        }
    }
}

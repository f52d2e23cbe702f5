package akin.state.savepoint;

import akin.models.memory.Memory;
import akin.models.memory.Page;
import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import akin.models.shard.ShardInput;
import akin.models.shard.ShardSettings;
import akin.state.OperatorStates;
import akin.state.pages.PagedState;
import akin.state.records.RecordTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Writes shards as the job does. */
final class ShardWriter extends KeyedStateBootstrapFunction<Integer, SavedPage> {
    /** The table that what waits for the watermark is said to be of: an input for a page. */
    static final String PENDING = "(waiting)";

    private final RecommenderSettings settings;
    private final ShardSettings cut;

    private transient Memory layout;
    private transient PagedState pages;
    private transient ListState<ShardInput> pending;

    ShardWriter(RecommenderSettings settings, ShardSettings cut) {
        this.settings = settings;
        this.cut = cut;
    }

    @Override
    public void open(OpenContext context) {
        layout = new Recommender(settings).memory();
        pages = new PagedState(getRuntimeContext(), layout, cut.shape());
        pending = getRuntimeContext().getListState(OperatorStates.pending());
    }

    @Override
    public void processElement(SavedPage page, Context context) throws Exception {
        if (page.table().equals(PENDING)) {
            pending.add(Bytes.read(page.bytes(), RecordTypes.SHARD_INPUT));
        } else {
            pages.write(layout, page.table(), page.page(), new Page(page.bytes()));
        }
    }
}

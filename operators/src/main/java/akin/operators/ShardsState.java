package akin.operators;

import akin.models.recommender.Recommender;
import akin.models.shard.ShardInput;
import akin.state.OperatorStates;
import akin.state.pages.PagedState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;

/** What is kept of a shard under its key: pages of model memory, and what waits to be learned. */
record ShardsState(PagedState pages, ListState<ShardInput> pending) {

    /** Returns the keys that anything is kept under. */
    List<Object> keys(KeyedStateBackend<?> backend) {
        try (var keys = backend.getKeys(
                List.of(pages.anyState(), OperatorStates.pending().getName()), VoidNamespace.INSTANCE)) {
            return new ArrayList<>(keys.distinct().toList());
        }
    }

    /**
     * Loads what is kept under the current key.
     *
     * @param recommender a new one
     * @param waiting given what waits
     */
    void load(Recommender recommender, Consumer<ShardInput> waiting) throws Exception {
        try {
            pages.load(recommender.memory());
        } catch (IllegalStateException e) {
            // What can't be read now can't be read after a restart either.
            throw new SuppressRestartsException(e);
        }
        recommender.loaded();
        // Internal list state says null where it is empty.
        Iterable<ShardInput> kept = pending.get();
        if (kept != null) {
            kept.forEach(waiting);
        }
    }

    /** Writes what has changed under the current key, and gives the number of pages. */
    int flush(Shard shard) throws Exception {
        pending.update(shard.pending());
        return pages.flush(shard.recommender().memory());
    }

    /** Writes so many changed pages at most under the current key, ahead of a checkpoint; gives their number. */
    int flush(Shard shard, int most) {
        return pages.flush(shard.recommender().memory(), most);
    }
}

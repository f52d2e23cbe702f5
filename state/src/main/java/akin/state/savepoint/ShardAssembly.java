package akin.state.savepoint;

import akin.models.recommender.Recommender;
import akin.models.recommender.RecommenderSettings;
import java.util.function.Consumer;

/** Puts pages, which come shard by shard, together to recommenders, of which one is held at a time. */
final class ShardAssembly {
    private final RecommenderSettings settings;
    private final Consumer<SavedShard> to;
    private SavedShard current;

    ShardAssembly(RecommenderSettings settings, Consumer<SavedShard> to) {
        this.settings = settings;
        this.to = to;
    }

    void add(SavedPage page) {
        if (current == null || current.number() != page.shard()) {
            end();
            current = new SavedShard(page.shard(), new Recommender(settings));
        }
        try {
            current.load(page);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "the savepoint does not fit the settings, give those of its job by --conf and --set: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Hands on the last shard. */
    void end() {
        if (current != null) {
            current.recommender().loaded();
            to.accept(current);
            current = null;
        }
    }
}

package akin.models.recommender;

import akin.models.candidates.Pools;
import akin.models.catalog.Catalog;
import akin.models.component.PoolLearner;
import akin.models.component.RankedPool;
import akin.models.quality.Quality;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;
import java.util.List;

/** Makes the pools of a visit before it is learned: one that rankers are tested on, one that re-rankers learn from. */
final class VisitPools {
    private final RecommenderSettings settings;
    private final Catalog catalog;
    private final Pools pools;
    private final Quality quality;
    private final List<PoolLearner> poolLearners;
    private final Candidates nothing;
    private final Query query = new Query();

    VisitPools(
            RecommenderSettings settings,
            Catalog catalog,
            Pools pools,
            Quality quality,
            List<PoolLearner> poolLearners) {
        this.settings = settings;
        this.catalog = catalog;
        this.pools = pools;
        this.quality = quality;
        this.poolLearners = poolLearners;
        nothing = new Candidates(0, settings.sources());
    }

    /** Tests every ranker on the pool that the shopper would have been shown: where in it is the visited item? */
    void test(Visit visit) {
        if (!visit.atAnchor() || visit.anchorId() == null || !settings.quality().tests(visit)) {
            return;
        }
        int end = 1 + visit.window().lastIndexOf(visit.anchorId());
        query.set(catalog.items(), visit.anchorId(), visit.window(), end, visit.timestamp(), visit.session());
        int target = catalog.items().row(visit.itemId());
        Candidates pool =
                target == 0 ? nothing : pools.pool(query, settings.placements().get(0), List.of());
        boolean cold = visit.atItem()
                && (target == 0
                        || catalog.items().visits(target) < settings.quality().coldVisits());
        quality.test(ranked(visit, pool, target), cold);
    }

    private RankedPool ranked(Visit visit, Candidates pool, int target) {
        return new RankedPool(visit, query, pool, target == 0 ? -1 : pool.position(target));
    }

    /** Makes the pool of what the shopper might have looked at, once for all that learn from it. */
    void learn(Visit visit) {
        if (!visit.atAnchor()
                || !visit.tellsWhatIsNext()
                || poolLearners.stream().noneMatch(learner -> learner.wants(visit))) {
            return;
        }
        List<String> window = visit.window();
        query.set(
                catalog.items(),
                window.get(window.size() - 1),
                window,
                window.size(),
                visit.timestamp(),
                visit.session());
        int target = catalog.items().row(visit.itemId());
        if (target != 0) {
            RankedPool pool = ranked(visit, pools.open(query), target);
            poolLearners.stream().filter(learner -> learner.wants(visit)).forEach(learner -> learner.learn(pool));
        }
    }
}

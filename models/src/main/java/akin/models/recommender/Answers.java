package akin.models.recommender;

import akin.models.candidates.Pools;
import akin.models.catalog.Catalog;
import akin.models.random.Hash;
import akin.models.ranking.Assignment;
import akin.models.ranking.Candidates;
import akin.models.ranking.Placement;
import akin.models.ranking.Provenance;
import akin.models.ranking.Query;
import akin.models.ranking.RankedItem;
import akin.models.ranking.Ranker;
import akin.models.ranking.Ranking;
import akin.models.ranking.Source;
import akin.models.ranking.TeamDraft;
import akin.models.shard.RankRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers rank requests: makes the pool of a placement, orders it in one or two stages, tells what speaks for an item. */
final class Answers {
    private final Catalog catalog;
    private final Pools pools;
    private final Stages stages;
    private final List<Boolean> lastResorts;
    private final Map<String, Ranker> rankerOf = new HashMap<>();
    private final Map<String, Placement> placements = new HashMap<>();
    private final Placement standard;
    private final Query query = new Query();
    private final Lineup lineup = new Lineup();
    private final Lineup rival = new Lineup();
    private final int[] because = new int[Ranker.MOST_REASONS];

    Answers(RecommenderSettings settings, Catalog catalog, Pools pools, List<Source> sources, List<Ranker> rankers) {
        this.catalog = catalog;
        this.pools = pools;
        stages = new Stages(settings.sources());
        lastResorts = sources.stream().map(Source::isLastResort).toList();
        rankers.forEach(ranker -> rankerOf.put(ranker.name(), ranker));
        settings.placements().forEach(placement -> placements.put(placement.name(), placement));
        standard = settings.placements().get(0);
    }

    /**
     * Ranks the pool of the request's anchor.
     *
     * @param version of the model, for the ranking to tell
     */
    Ranked rank(RankRequest request, long version) {
        Assignment assignment = request.assignment();
        Placement placement =
                assignment == null ? placements.getOrDefault(request.placement(), standard) : assignment.placement();
        query.set(
                catalog.items(),
                request.anchorId(),
                request.window(),
                request.window().size(),
                request.timestamp(),
                request.session());
        Candidates pool = pools.pool(query, placement, request.excluded());
        int size = Math.min(placement.top(), pool.size());
        order(pool, placement, size);
        Provenance provenance = assignment == null ? null : vary(assignment, pool, size, request.rankingId());
        int filled = 0;
        for (int place = 0; place < size; place++) {
            filled += isFilled(pool, lineup.position(place)) ? 1 : 0;
        }
        Ranking ranking = new Ranking(
                request.rankingId(),
                request.userId(),
                request.anchorId(),
                placement.name(),
                request.timestamp(),
                version,
                items(pool, size),
                provenance);
        return new Ranked(ranking, pool.size(), filled, placement.top() - size);
    }

    private void order(Candidates pool, Placement placement, int size) {
        Ranker ranker = ranker(placement);
        Placement.Reranking second = placement.reranking();
        Ranker reranker = second == null ? null : rankerOf.get(second.ranker());
        stages.order(query, pool, size, ranker, reranker, second == null ? 0 : second.k());
        lineup.take(stages, size, ranker, reranker);
    }

    /** Makes of the list what the experiments want, and tells what that was. */
    private Provenance vary(Assignment assignment, Candidates pool, int size, String rankingId) {
        long seed = Hash.seed(0, rankingId);
        String teams = "";
        int pair = 0;
        boolean isExchanged = false;
        if (rankerOf.containsKey(assignment.rival())) {
            Ranker other = rankerOf.get(assignment.rival());
            stages.order(query, pool, size, other, null, 0);
            rival.take(stages, size, other, null);
            TeamDraft draft = TeamDraft.of(lineup.positions(size), rival.positions(size), size, seed);
            lineup.interleave(rival, draft);
            teams = draft.teams();
        } else {
            pair = RandomPair.of(seed, assignment.pairs(), size);
            isExchanged = pair > 0 && RandomPair.isExchanged(seed);
            if (isExchanged) {
                lineup.exchange(pair - 1, pair);
            }
        }
        Placement placement = assignment.placement();
        Placement.Reranking second = placement.reranking();
        String ranker = second != null && rankerOf.containsKey(second.ranker())
                ? second.ranker()
                : ranker(placement).name();
        return new Provenance(assignment.trials(), ranker, teams, pair, isExchanged);
    }

    /** Returns the ranker of a placement: that of the standard one where an experiment names one that is off by now. */
    private Ranker ranker(Placement placement) {
        return rankerOf.getOrDefault(placement.ranker(), rankerOf.get(standard.ranker()));
    }

    private List<RankedItem> items(Candidates pool, int size) {
        List<RankedItem> items = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
            int position = lineup.position(place);
            items.add(new RankedItem(
                    catalog.items().id(pool.row(position)),
                    lineup.score(place),
                    pool.ranks(position),
                    because(lineup.ranker(place), pool.row(position))));
        }
        return items;
    }

    private boolean isFilled(Candidates pool, int position) {
        for (int source = 0; source < lastResorts.size(); source++) {
            if (lastResorts.get(source) && pool.isOnlyOf(source, position)) {
                return true;
            }
        }
        return false;
    }

    private List<String> because(Ranker ranker, int row) {
        int n = ranker.because(query, row, because);
        List<String> ids = n == 0 ? List.of() : new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            ids.add(catalog.items().id(because[i]));
        }
        return ids;
    }
}

package akin.models.candidates;

import akin.models.catalog.Catalog;
import akin.models.memory.RowPositions;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Placement;
import akin.models.ranking.Query;
import akin.models.ranking.Source;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Makes the pool of a query: each source gives a ranked list, the lists are merged rank by rank (a candidate keeps its
 * rank and score in each), and when that is less than a ranking, sources of last resort fill it up.
 */
public final class Pools {
    private final PoolSettings settings;
    private final List<Source> sources;
    private final Eligibility eligibility;
    private final IntPredicate eligible;
    private final IntPredicate lacking;
    private final Candidates pool;
    private final CandidateList[] lists;
    private final RowPositions inPool = new RowPositions();

    /**
     * @param sources in the order in which they are asked
     */
    public Pools(PoolSettings settings, Catalog catalog, List<Source> sources) {
        this.settings = settings;
        this.sources = List.copyOf(sources);
        eligibility = new Eligibility(catalog);
        eligible = eligibility::allows;
        lacking = row -> eligibility.allows(row) && inPool.get(row) < 0;
        pool = new Candidates(
                settings.size(), sources.stream().map(Source::name).toList());
        lists = new CandidateList[sources.size()];
        Arrays.setAll(lists, i -> new CandidateList());
    }

    /**
     * Makes the pool of a query; it is valid until the next call.
     *
     * @param excluded ids of items not to be shown to this shopper
     */
    public Candidates pool(Query query, Placement placement, List<String> excluded) {
        eligibility.prepare(query.anchor(), placement.filters(), excluded);
        pool.clear();
        inPool.clear();
        for (int n = 0; n < lists.length; n++) {
            Source source = sources.get(n);
            lists[n].clear(settings.most(source.name()));
            if (!source.isLastResort() && placement.asks(source)) {
                source.find(query, eligible, lists[n]);
            }
        }
        merge();
        fill(query, placement);
        return pool;
    }

    private void merge() {
        int longest = 0;
        for (CandidateList list : lists) {
            longest = Math.max(longest, list.size());
        }
        for (int rank = 0; rank < longest; rank++) {
            for (int source = 0; source < lists.length; source++) {
                if (rank < lists[source].size()) {
                    put(source, rank);
                }
            }
        }
    }

    private void put(int source, int rank) {
        int row = lists[source].row(rank);
        int position = inPool.get(row);
        if (position < 0 && pool.size() < settings.size()) {
            position = add(row);
        }
        if (position >= 0) {
            pool.name(source, position, rank + 1, lists[source].score(rank));
        }
    }

    private int add(int row) {
        inPool.put(row, pool.size());
        return pool.add(row);
    }

    /** Only as much as the ranking would lack: what comes from a last resort is similar to nothing. */
    private void fill(Query query, Placement placement) {
        for (int n = 0; n < lists.length; n++) {
            Source source = sources.get(n);
            int wanted = Math.min(placement.top(), settings.size()) - pool.size();
            if (wanted > 0 && source.isLastResort() && placement.asks(source)) {
                lists[n].clear(wanted);
                source.find(query, lacking, lists[n]);
                for (int rank = 0; rank < Math.min(wanted, lists[n].size()); rank++) {
                    pool.name(n, add(lists[n].row(rank)), rank + 1, lists[n].score(rank));
                }
            }
        }
    }
}

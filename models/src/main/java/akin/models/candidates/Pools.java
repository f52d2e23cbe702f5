package akin.models.candidates;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.memory.Memory;
import akin.models.memory.RowPositions;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Filters;
import akin.models.ranking.Placement;
import akin.models.ranking.Query;
import akin.models.ranking.Source;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Makes the pool of a query: each source gives a ranked list, the lists are merged rank by rank (a candidate keeps its
 * rank and score in each), and when that is less than a ranking, sources of last resort fill it up. Sources that depend on the
 * anchor alone are asked when it is visited, not each time.
 */
public final class Pools {
    private final PoolSettings settings;
    private final List<Source> sources;
    private final Items items;
    private final KeptLists kept;
    private final Query visited = new Query();
    private final Eligibility eligibility;
    private final IntPredicate eligible;
    private final IntPredicate lacking;
    private final Candidates pool;
    private final CandidateList[] lists;
    private final RowPositions inPool = new RowPositions();

    /**
     * @param sources in the order in which they are asked
     */
    public Pools(Memory memory, PoolSettings settings, Catalog catalog, List<Source> sources) {
        this.settings = settings;
        this.sources = List.copyOf(sources);
        items = catalog.items();
        kept = new KeptLists(memory, items, settings.refreshVisits(), sources);
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
        ask(query, placement.filters(), placement::asks);
        fill(query, placement);
        return pool;
    }

    /**
     * Makes the pool of what a shopper may look at next, whatever a placement shows: of all sources but those of last
     * resort, without filters, the anchor included. It is valid until the next call.
     */
    public Candidates open(Query query) {
        eligibility.prepareForAll();
        ask(query, Filters.NONE, source -> true);
        return pool;
    }

    private void ask(Query query, Filters filters, Predicate<Source> isAsked) {
        pool.clear();
        inPool.clear();
        for (int n = 0; n < lists.length; n++) {
            Source source = sources.get(n);
            lists[n].clear(settings.most(source.name()));
            if (!source.isLastResort() && isAsked.test(source)) {
                find(n, query, filters);
            }
        }
        merge();
    }

    /** Filters that compare with the anchor apply before a list is cut: such a list is not the one that is kept. */
    private void find(int source, Query query, Filters filters) {
        if (!filters.compareWithAnchor() && kept.has(source, query.anchor())) {
            kept.read(source, query.anchor(), eligible, lists[source]);
        } else {
            sources.get(source).find(query, eligible, lists[source]);
        }
    }

    /** Takes in that an item was visited, and all that learns from it has learned it. */
    public void visited(String itemId, long timestamp) {
        int row = items.row(itemId);
        for (int n = 0; n < lists.length; n++) {
            if (kept.isDue(n, row)) {
                visited.set(items, itemId, List.of(), 0, timestamp, 0);
                eligibility.prepare(row, Filters.NONE, List.of());
                lists[n].clear(settings.most(sources.get(n).name()));
                sources.get(n).find(visited, eligible, lists[n]);
                kept.keep(n, row, lists[n]);
            }
        }
    }

    /** Forgets the lists of an item that is gone. */
    public void forget(int row) {
        kept.forget(row);
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

package akin.models.candidates;

import akin.models.catalog.Catalog;
import akin.models.catalog.Categories;
import akin.models.catalog.Items;
import akin.models.covisit.Covisits;
import akin.models.covisit.Similarity;
import akin.models.memory.Rings;
import akin.models.memory.RowPositions;
import akin.models.neighbours.Nearest;
import akin.models.ranking.Packed;
import akin.models.ranking.Placement;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the pool of an anchor: each source gives a ranked list, the lists are merged rank by rank (a candidate keeps its
 * rank in each), and when that is less than a ranking, what is popular in the anchor's category, then in the categories above, fills
 * it up.
 */
public final class Pools {
    /** Similar items are looked for among so many, of the anchor's rarest features or the newest of its category. */
    private static final int LOOKED_AT = 32;

    private static final Source[] SOURCES = Source.values();

    private final PoolSettings settings;
    private final Catalog catalog;
    private final Covisits covisits;
    private final Popularity popularity;
    private final Nearest nearest;
    private final Eligibility eligibility;
    private final Candidates pool;
    private final SourceList[] lists = new SourceList[SOURCES.length];
    private final int[] nearestRows;
    private final float[] nearestCosines;
    private final RowPositions inPool = new RowPositions();

    /**
     * @param nearest in an embedding space
     */
    public Pools(PoolSettings settings, Catalog catalog, Covisits covisits, Popularity popularity, Nearest nearest) {
        this.nearest = nearest;
        nearestRows = new int[settings.embedding()];
        nearestCosines = new float[settings.embedding()];
        this.settings = settings;
        this.catalog = catalog;
        this.covisits = covisits;
        this.popularity = popularity;
        eligibility = new Eligibility(catalog);
        pool = new Candidates(settings.size());
        Arrays.setAll(lists, i -> new SourceList());
    }

    /**
     * The pool of an anchor; valid until the next call.
     *
     * @param anchor the anchor's row, 0 when unknown
     * @param excluded ids of items not to be shown to this shopper
     * @param now event time, epoch milliseconds
     */
    public Candidates pool(int anchor, Placement placement, List<String> excluded, long now) {
        eligibility.prepare(anchor, placement.filters(), excluded);
        pool.clear();
        inPool.clear();
        for (SourceList list : lists) {
            list.clear();
        }
        if (anchor != 0) {
            askSources(anchor, placement.sources(), now);
            merge(anchor);
        }
        if (placement.sources().contains(Source.POPULAR)) {
            fill(anchor, placement.top());
        }
        return pool;
    }

    private void askSources(int anchor, List<Source> sources, long now) {
        if (sources.contains(Source.COVISIT)) {
            covisits(anchor, lists[Source.COVISIT.ordinal()]);
        }
        if (sources.contains(Source.ATTRIBUTES)) {
            attributes(anchor, lists[Source.ATTRIBUTES.ordinal()]);
        }
        if (sources.contains(Source.NEW)) {
            newItems(anchor, now, lists[Source.NEW.ordinal()]);
        }
        if (sources.contains(Source.EMBEDDING)) {
            embedding(anchor, lists[Source.EMBEDDING.ordinal()]);
        }
    }

    private void covisits(int anchor, SourceList list) {
        double total = covisits.total(anchor);
        covisits.forEachNeighbour(anchor, (ref, count) -> {
            int row = catalog.items().resolve(ref);
            if (eligibility.allows(row)) {
                double both = covisits.bounded(count, anchor, row);
                list.add(Similarity.JACCARD.of(both, total, covisits.total(row)), row);
            }
        });
        list.sort(settings.covisits());
    }

    /** Among the newest holders of the anchor's features, the rarest feature first. */
    private void attributes(int anchor, SourceList list) {
        Rings holders = catalog.features().newestItems();
        inPool.clear();
        for (int feature : catalog.features().byRarity(anchor)) {
            addHolders(anchor, holders, feature, list);
        }
        inPool.clear();
        list.sort(settings.attributes());
    }

    private void addHolders(int anchor, Rings holders, int feature, SourceList list) {
        for (int n = 0; n < holders.size(feature) && list.size() < LOOKED_AT; n++) {
            int row = catalog.items().resolve(holders.newest(feature, n));
            if (row != 0 && inPool.put(row, 0) && eligibility.allows(row)) {
                list.add(catalog.features().similarity(anchor, row), row);
            }
        }
    }

    /** The newest items of the anchor's leaf category until one is no longer new, the most similar first. */
    private void newItems(int anchor, long now, SourceList list) {
        Items items = catalog.items();
        Rings newest = catalog.newestItems();
        int leaf = items.category(anchor);
        long oldest = now - settings.newWithin().toMillis();
        inPool.clear();
        for (int n = 0; n < newest.size(leaf) && list.size() < LOOKED_AT; n++) {
            int row = items.resolve(newest.newest(leaf, n));
            if (row != 0 && items.createdAt(row) < oldest) {
                break;
            }
            if (row != 0 && inPool.put(row, 0) && eligibility.allows(row)) {
                list.add(catalog.features().similarity(anchor, row), row);
            }
        }
        inPool.clear();
        list.sort(settings.newItems());
    }

    private void embedding(int anchor, SourceList list) {
        int n = nearest.nearest(anchor, nearestRows.length, nearestRows, nearestCosines);
        for (int i = 0; i < n; i++) {
            if (eligibility.allows(nearestRows[i])) {
                list.add(nearestCosines[i], nearestRows[i]);
            }
        }
    }

    private void merge(int anchor) {
        int longest = 0;
        for (SourceList list : lists) {
            longest = Math.max(longest, list.size());
        }
        for (int rank = 0; rank < longest; rank++) {
            for (int source = 0; source < lists.length; source++) {
                if (rank < lists[source].size()) {
                    put(anchor, lists[source], SOURCES[source], rank);
                }
            }
        }
    }

    private void put(int anchor, SourceList list, Source source, int rank) {
        int row = list.row(rank);
        int position = inPool.get(row);
        if (position < 0 && pool.size() < settings.size()) {
            // The lists of attributes and new items are ordered by just this similarity.
            boolean isKnown = source == Source.ATTRIBUTES || source == Source.NEW;
            float attributes = isKnown ? list.score(rank) : catalog.features().similarity(anchor, row);
            position = add(row, (float) covisits.count(anchor, row), attributes);
        }
        if (position >= 0) {
            pool.setRank(source, position, rank + 1);
        }
    }

    private int add(int row, float covisits, float attributes) {
        inPool.put(row, pool.size());
        return pool.add(row, covisits, attributes);
    }

    /** Only as much as the ranking would lack: what is popular is similar to nothing. */
    private void fill(int anchor, int top) {
        int leaf = anchor == 0 ? 0 : catalog.items().category(anchor);
        int rank = 0;
        for (int node = leaf == 0 ? Categories.ROOT : leaf;
                node != 0;
                node = catalog.categories().parent(node)) {
            for (int n = 0; n < popularity.size(node) && pool.size() < Math.min(top, settings.size()); n++) {
                int row = popularity.row(node, n);
                if (eligibility.allows(row) && inPool.get(row) < 0) {
                    pool.setRank(Source.POPULAR, addPopular(anchor, row), ++rank);
                }
            }
        }
    }

    private int addPopular(int anchor, int row) {
        return anchor == 0
                ? add(row, 0, 0)
                : add(
                        row,
                        (float) covisits.count(anchor, row),
                        catalog.features().similarity(anchor, row));
    }

    /** One source's candidates, best first once sorted. */
    private static final class SourceList {
        private long[] packed = new long[64];
        private int size;

        void clear() {
            size = 0;
        }

        int size() {
            return size;
        }

        void add(float score, int row) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, 2 * size);
            }
            packed[size++] = Packed.of(score, row);
        }

        void sort(int most) {
            Arrays.sort(packed, 0, size);
            for (int i = 0, j = size - 1; i < j; i++, j--) {
                long swapped = packed[i];
                packed[i] = packed[j];
                packed[j] = swapped;
            }
            size = Math.min(size, most);
        }

        int row(int n) {
            return Packed.position(packed[n]);
        }

        float score(int n) {
            return Packed.score(packed[n]);
        }
    }
}

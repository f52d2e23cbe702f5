package akin.models.popularity;

import akin.models.catalog.Catalog;
import akin.models.catalog.Categories;
import akin.models.component.Component;
import akin.models.component.SourceComponent;
import akin.models.covisit.Covisits;
import akin.models.memory.Memory;
import akin.models.memory.RowPositions;
import akin.models.memory.Setting;
import akin.models.memory.Table;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.Visit;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Keeps, per category node, the items with the most visitors in order as visits come. Exact while no item is forgotten or
 * changes category: a total only grows, and only that of the item visited. Names what is popular in the anchor's
 * category, then in the categories above.
 */
public final class Popularity implements SourceComponent {
    /** The name of the component, of its source and of its ranker. */
    public static final String ID = "popular";

    private final Catalog catalog;
    private final Covisits covisits;
    private final Table lists;
    private final int capacity;
    private final RowPositions named = new RowPositions();

    public Popularity(Memory memory, int capacity, Catalog catalog, Covisits covisits) {
        this.lists = memory.table("categories.popular", capacity + 1, new Setting("pool.size", capacity));
        this.capacity = capacity;
        this.catalog = catalog;
        this.covisits = covisits;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isLastResort() {
        return true;
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(new ByTotal(ID, covisits));
    }

    /** Takes over lists of another length; the tails of those that are too long go. */
    @Override
    public void adopt(Component component) {
        Popularity other = (Popularity) component;
        for (int node = 0; capacity != other.capacity && other.lists.has(node); node++) {
            lists.ensure(node);
            int size = Math.min(capacity, other.size(node));
            lists.setInt(node, 0, size);
            for (int n = 1; n <= size; n++) {
                lists.setInt(node, n, other.lists.getInt(node, n));
            }
        }
    }

    @Override
    public void learn(Visit visit) {
        if (visit.atItem() && visit.first()) {
            learn(catalog.items().row(visit.itemId()));
        }
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        int leaf = query.anchor() == 0 ? 0 : catalog.items().category(query.anchor());
        named.clear();
        for (int node = leaf == 0 ? Categories.ROOT : leaf;
                node != 0;
                node = catalog.categories().parent(node)) {
            for (int n = 0; n < size(node) && !into.isFull(); n++) {
                int row = row(node, n);
                if (eligible.test(row) && named.put(row, 0)) {
                    into.add((float) covisits.total(row), row);
                }
            }
        }
    }

    /** Ranks by {@code |Ui|}, whatever the anchor. */
    private record ByTotal(String name, Covisits covisits) implements Ranker {
        @Override
        public void score(Query query, Candidates candidates, float[] scores) {
            for (int i = 0; i < candidates.size(); i++) {
                scores[i] = (float) covisits.total(candidates.row(i));
            }
        }
    }

    /** Notes that an item's total has grown. */
    public void learn(int row) {
        int node = catalog.items().category(row);
        for (int at = node == 0 ? 1 : node; at != 0; at = catalog.categories().parent(at)) {
            raise(at, row);
        }
    }

    private void raise(int node, int row) {
        lists.ensure(node);
        int size = size(node);
        double total = covisits.total(row);
        if (size == capacity && total < total(lists.getInt(node, size))) {
            return;
        }
        int[] page = lists.writable(node);
        int start = lists.offset(node) + 1;
        int ref = catalog.items().ref(row);
        int at = find(page, start, size, ref);
        if (at == size) {
            at = Math.min(size, capacity - 1);
            page[start - 1] = at + 1;
        }
        while (at > 0 && total(page[start + at - 1]) < total) {
            page[start + at] = page[start + at - 1];
            at--;
        }
        page[start + at] = ref;
    }

    private static int find(int[] page, int start, int size, int ref) {
        int at = 0;
        while (at < size && page[start + at] != ref) {
            at++;
        }
        return at;
    }

    /** Below any total for an item that is gone, so that others pass it. */
    private double total(int ref) {
        int row = catalog.items().resolve(ref);
        return row == 0 ? -1 : covisits.total(row);
    }

    /** How many entries a node's list has. */
    public int size(int node) {
        return lists.has(node) ? lists.getInt(node, 0) : 0;
    }

    /** The row of a node's {@code n}-th entry, or 0 when its item is gone or has moved elsewhere. */
    public int row(int node, int n) {
        int row = catalog.items().resolve(lists.getInt(node, 1 + n));
        if (row == 0 || node == 1) {
            return row;
        }
        int category = catalog.items().category(row);
        return category != 0 && catalog.categories().isWithin(category, node) ? row : 0;
    }
}

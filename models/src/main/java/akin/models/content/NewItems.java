package akin.models.content;

import akin.models.catalog.Catalog;
import akin.models.catalog.Items;
import akin.models.component.SourceComponent;
import akin.models.memory.Rings;
import akin.models.memory.RowPositions;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import java.time.Duration;
import java.util.function.IntPredicate;

/** Names the newest items of the anchor's leaf category, as long as they are new, the most similar first. */
public final class NewItems implements SourceComponent {
    /** The name of the component and of its source. */
    public static final String ID = "new";

    private final Catalog catalog;
    private final long newWithin;
    private final RowPositions seen = new RowPositions();

    /**
     * @param newWithin an item counts as new for so long after it came into the shop
     */
    public NewItems(Catalog catalog, Duration newWithin) {
        this.catalog = catalog;
        this.newWithin = newWithin.toMillis();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        if (query.anchor() == 0) {
            return;
        }
        Items items = catalog.items();
        Rings newest = catalog.newestItems();
        int leaf = items.category(query.anchor());
        long oldest = query.timestamp() - newWithin;
        seen.clear();
        for (int n = 0; n < newest.size(leaf) && into.size() < SimilarAttributes.LOOKED_AT; n++) {
            int row = items.resolve(newest.newest(leaf, n));
            if (row != 0 && items.createdAt(row) < oldest) {
                break;
            }
            if (row != 0 && seen.put(row, 0) && eligible.test(row)) {
                into.add(catalog.features().similarity(query.anchor(), row), row);
            }
        }
        into.sort();
    }
}

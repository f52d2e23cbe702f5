package akin.models.content;

import akin.models.catalog.Catalog;
import akin.models.component.SourceComponent;
import akin.models.memory.Rings;
import akin.models.memory.RowPositions;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import java.util.function.IntPredicate;

/** Names items with similar attributes, out of the newest holders of the anchor's rarest features. */
public final class SimilarAttributes implements SourceComponent {
    /** The name of the component and of its source. */
    public static final String ID = "attributes";

    /** Similar items are looked for among so many. */
    static final int LOOKED_AT = 32;

    private final Catalog catalog;
    private final RowPositions seen = new RowPositions();

    public SimilarAttributes(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public double lasts() {
        return 1;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        if (query.anchor() == 0) {
            return;
        }
        Rings holders = catalog.features().newestItems();
        seen.clear();
        for (int feature : catalog.features().byRarity(query.anchor())) {
            for (int n = 0; n < holders.size(feature) && into.size() < LOOKED_AT; n++) {
                int row = catalog.items().resolve(holders.newest(feature, n));
                if (row != 0 && seen.put(row, 0) && eligible.test(row)) {
                    into.add(catalog.features().similarity(query.anchor(), row), row);
                }
            }
        }
        into.sort();
    }
}

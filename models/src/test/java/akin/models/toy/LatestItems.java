package akin.models.toy;

import akin.models.catalog.Catalog;
import akin.models.component.RankingSourceComponent;
import akin.models.memory.Memory;
import akin.models.memory.Rings;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.recommender.ComponentType;
import akin.models.shard.Visit;
import java.util.List;
import java.util.function.IntPredicate;

/** Names what was visited last, whoever visited it, and ranks it by that: a whole component, as small as it can be. */
public final class LatestItems implements RankingSourceComponent {
    /** What turns it on. */
    public static final ComponentType TYPE = new ComponentType(
            "latest", List.of("latest"), List.of("latest"), parts -> new LatestItems(parts.memory(), parts.catalog()));

    private final Catalog catalog;
    private final Rings latest;

    private LatestItems(Memory memory, Catalog catalog) {
        this.catalog = catalog;
        latest = new Rings(memory, "latest.items", 30);
    }

    @Override
    public String id() {
        return "latest";
    }

    @Override
    public void learn(Visit visit) {
        if (visit.atItem()) {
            latest.add(0, catalog.items().ref(catalog.items().row(visit.itemId())));
        }
    }

    /** The place among the latest, 0 the newest, or -1. */
    private int place(int row) {
        for (int n = 0; n < latest.size(0); n++) {
            if (catalog.items().resolve(latest.newest(0, n)) == row) {
                return n;
            }
        }
        return -1;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        for (int n = 0; n < latest.size(0) && !into.isFull(); n++) {
            int row = catalog.items().resolve(latest.newest(0, n));
            if (row != 0 && place(row) == n && eligible.test(row)) {
                into.add(1f / (1 + n), row);
            }
        }
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        for (int i = 0; i < candidates.size(); i++) {
            int place = place(candidates.row(i));
            scores[i] = place < 0 ? 0 : 1f / (1 + place);
        }
    }
}

package akin.models.covisit;

import akin.models.catalog.Catalog;
import akin.models.component.Component;
import akin.models.component.RankingSourceComponent;
import akin.models.memory.Memory;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.shard.Visit;
import java.util.function.IntPredicate;

/**
 * Counts what follows what in sessions: an item that comes d places after another counts {@code 1/d}. Names what follows
 * the anchor, and ranks by what follows the window's newest items, the p-th newest counting {@code 1/p}.
 */
public final class SequenceComponent implements RankingSourceComponent {
    /** The name of the component, of its source and of its ranker. */
    public static final String ID = "sequence";

    private static final int WINDOW = 6;

    private final Catalog catalog;
    private final Neighbours followers;

    public SequenceComponent(Memory memory, CovisitSettings settings, Catalog catalog) {
        this.catalog = catalog;
        followers = new Neighbours(
                memory, ID, settings.neighbours(), ref -> catalog.items().resolve(ref) != 0);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void learn(Visit visit) {
        if (!visit.atAnchor() || !visit.example()) {
            return;
        }
        int row = catalog.know(visit.itemId(), visit.timestamp());
        int size = visit.window().size();
        for (int distance = 1; distance <= size; distance++) {
            int before = catalog.know(visit.window().get(size - distance), visit.timestamp());
            if (before != row) {
                followers.add(before, catalog.items().ref(row), 1f / distance);
            }
        }
    }

    /** Writes how often each of some items, by their references, came after the one in a row, the farther the less. */
    public void counts(int before, int[] refs, int n, float[] into) {
        followers.counts(before, refs, n, into);
    }

    @Override
    public double lasts() {
        return 1 / 16.0;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        if (query.anchor() == 0) {
            return;
        }
        followers.forEach(query.anchor(), (ref, count) -> {
            int row = catalog.items().resolve(ref);
            if (eligible.test(row)) {
                into.add(count, row);
            }
        });
        into.sort();
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        for (int i = 0; i < candidates.size(); i++) {
            int ref = catalog.items().ref(candidates.row(i));
            float score = 0;
            for (int place = 0; place < Math.min(WINDOW, query.size()); place++) {
                score += followers.count(query.item(place), ref) / (place + 1);
            }
            scores[i] = score;
        }
    }

    @Override
    public void forget(int row) {
        followers.clear(row);
    }

    @Override
    public void adopt(Component other) {
        followers.adopt(((SequenceComponent) other).followers);
    }
}

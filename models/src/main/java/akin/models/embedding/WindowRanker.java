package akin.models.embedding;

import akin.models.neighbours.NearestItems;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Scores as a window model does; 0 for what it never learned, and for windows of which it learned nothing. */
class WindowRanker implements Ranker {
    final WindowModel model;
    final Slots slots;
    private final float[] user;
    private final int[] visited;
    private final CandidateRows rows = new CandidateRows();

    WindowRanker(WindowModel model, Slots slots) {
        this.model = model;
        this.slots = slots;
        user = new float[model.items().dimensions()];
        visited = new int[model.window()];
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        Arrays.fill(scores, 0, candidates.size(), 0);
        if (represent(query)) {
            rows.multiply(user, 0, candidates, slots, model.items());
            for (int n = 0; n < rows.size(); n++) {
                scores[rows.position(n)] = model.score(rows.product(n), rows.slot(n));
            }
        }
    }

    /** Finds the slots of the items that score best and {@code eligible} takes, best first; returns how many. */
    int best(Query query, NearestItems nearest, IntPredicate eligible, int k, int[] found, float[] scores) {
        return represent(query)
                ? nearest.nearest(user, eligible, slot -> model.score(user, 0, slot), k, found, scores)
                : 0;
    }

    private boolean represent(Query query) {
        int n = 0;
        for (int i = 0; i < size(query); i++) {
            int slot = slots.of(query.item(i));
            if (model.history().has(slot)) {
                visited[n++] = slot;
            }
        }
        return n > 0 && Float.isFinite(model.users().represent(i -> visited[i], n, user, 0));
    }

    /** Returns how many of the query's items the model looks at. */
    final int size(Query query) {
        return Math.min(model.window(), query.size());
    }
}

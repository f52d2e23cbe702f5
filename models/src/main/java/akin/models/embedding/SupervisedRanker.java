package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.ranking.Packed;
import akin.models.ranking.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks by {@link Supervised}, whose score is a sum over the window's items: so each has its part in it. */
final class SupervisedRanker extends WindowRanker {
    private final List<Long> best = new ArrayList<>();

    SupervisedRanker(Supervised model, Slots slots) {
        super(model, slots);
    }

    @Override
    public int because(Query query, int candidate, int[] into) {
        int slot = slots.of(candidate);
        if (!model.items().has(slot)) {
            return 0;
        }
        best.clear();
        for (int i = 0; i < size(query); i++) {
            int visited = slots.of(query.item(i));
            float part = model.history().has(visited) ? product(visited, slot) : 0;
            if (part > 0) {
                best.add(Packed.of(part, query.item(i)));
            }
        }
        best.sort(Comparator.reverseOrder());
        int n = Math.min(into.length, best.size());
        for (int i = 0; i < n; i++) {
            into[i] = Packed.position(best.get(i));
        }
        return n;
    }

    private float product(int visited, int candidate) {
        Embeddings history = model.history();
        Embeddings items = model.items();
        return Kernels.dot(
                history.page(visited),
                history.offset(visited),
                items.page(candidate),
                items.offset(candidate),
                items.dimensions());
    }
}

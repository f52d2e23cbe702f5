package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;

/** Scores by the cosine of candidate and anchor in a table; 0 when one of them was never learned. */
record CosineRanker(String name, Embeddings items, Slots slots) implements Ranker {
    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        int anchor = slots.of(query.anchor());
        boolean known = items.has(anchor);
        for (int i = 0; i < candidates.size(); i++) {
            int slot = slots.of(candidates.row(i));
            scores[i] =
                    known && items.has(slot) ? product(anchor, slot) / (items.length(anchor) * items.length(slot)) : 0;
        }
    }

    private float product(int anchor, int slot) {
        return Kernels.dot(
                items.page(anchor), items.offset(anchor), items.page(slot), items.offset(slot), items.dimensions());
    }
}

package akin.models.embedding;

import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import java.util.Arrays;

/** Scores by the cosine of candidate and anchor in a table; 0 when one of them was never learned. */
final class CosineRanker implements Ranker {
    private final String name;
    private final Embeddings items;
    private final Slots slots;
    private final CandidateRows rows = new CandidateRows();

    CosineRanker(String name, Embeddings items, Slots slots) {
        this.name = name;
        this.items = items;
        this.slots = slots;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        Arrays.fill(scores, 0, candidates.size(), 0);
        int anchor = slots.of(query.anchor());
        if (items.has(anchor)) {
            rows.multiply(items.page(anchor), items.offset(anchor), candidates, slots, items);
            for (int n = 0; n < rows.size(); n++) {
                scores[rows.position(n)] = rows.product(n) / (items.length(anchor) * items.length(rows.slot(n)));
            }
        }
    }
}

package akin.models.embedding;

import akin.models.component.Component;
import akin.models.memory.Memory;
import akin.models.neighbours.NearestItems;
import akin.models.neighbours.NeighbourSettings;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import akin.models.ranking.Source;
import java.util.List;
import java.util.function.IntPredicate;

/** Names the items that a window model without biases scores best for the shopper: those nearest to the shopper's vector. */
final class ShopperItems implements Component, Source {
    private final String id;
    private final Training training;
    private final WindowRanker ranker;
    private final NearestItems nearest;
    private int[] slots = new int[0];
    private float[] scores = new float[0];

    /**
     * @param ranker asked for the scores; the source has its name
     */
    ShopperItems(String id, Memory memory, NeighbourSettings settings, Training training, WindowRanker ranker) {
        this.id = id;
        this.training = training;
        this.ranker = ranker;
        Embeddings items = ranker.model.items();
        nearest = new NearestItems(memory, id + ".cells", settings, items);
        items.onMove(nearest::moved);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return ranker.name();
    }

    @Override
    public List<Source> sources() {
        return List.of(this);
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        if (slots.length < into.most()) {
            slots = new int[into.most()];
            scores = new float[into.most()];
        }
        int n = ranker.best(
                query, nearest, slot -> eligible.test(training.slots().row(slot)), into.most(), slots, scores);
        for (int i = 0; i < n; i++) {
            into.add(scores[i], training.slots().row(slots[i]));
        }
    }

    @Override
    public void loaded() {
        nearest.loaded();
    }
}

package akin.models.embedding;

import akin.models.component.ItemMap;
import akin.models.memory.Memory;
import akin.models.neighbours.NearestItems;
import akin.models.ranking.CandidateList;
import akin.models.ranking.Query;
import akin.models.ranking.Source;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** {@link Item2vec}, and a source that names the items nearest to the anchor in its space. */
public final class Item2vecComponent extends LearnerComponent implements Source {
    private static final int MOST_ON_MAP = 2000;

    private final Item2vec item2vec;
    private final NearestItems nearest;
    private int[] slots = new int[0];
    private float[] cosines = new float[0];

    public Item2vecComponent(Memory memory, EmbeddingSettings settings, Training training) {
        this(training, new Item2vec(memory, settings, training.coldStart()), memory, settings);
    }

    private Item2vecComponent(Training training, Item2vec item2vec, Memory memory, EmbeddingSettings settings) {
        super(training, item2vec, new CosineRanker(Item2vec.NAME, item2vec.items(), training.slots()));
        this.item2vec = item2vec;
        nearest = new NearestItems(memory, "neighbours.cells", settings.neighbours(), item2vec.items());
        item2vec.items().onMove(nearest::moved);
    }

    @Override
    public String name() {
        return "embedding";
    }

    @Override
    public List<Source> sources() {
        return List.of(this);
    }

    @Override
    public double lasts() {
        return 1;
    }

    @Override
    public void find(Query query, IntPredicate eligible, CandidateList into) {
        int anchor = training.slots().of(query.anchor());
        if (anchor == 0) {
            return;
        }
        if (slots.length < into.most()) {
            slots = new int[into.most()];
            cosines = new float[into.most()];
        }
        int n = nearest.nearest(anchor, into.most(), slots, cosines);
        for (int i = 0; i < n; i++) {
            int row = training.slots().row(slots[i]);
            if (eligible.test(row)) {
                into.add(cosines[i], row);
            }
        }
    }

    @Override
    public void loaded() {
        nearest.loaded();
    }

    @Override
    public Map<String, Double> gauges() {
        return Map.of("neighbour_recall", nearest.recall());
    }

    @Override
    public ItemMap map() {
        return new Cartographer(training.catalog(), training.slots(), item2vec.items())
                .draw(Item2vec.NAME, MOST_ON_MAP);
    }
}

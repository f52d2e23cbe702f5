package akin.models.published;

import akin.models.catalog.Content.Embedding;
import akin.models.catalog.Items;
import akin.models.component.Component;
import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.neighbours.Space;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.ItemUpdate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Ranks by the cosine with the sum of the window's vectors, of which the newest counts most. The vectors came with
 * catalogue messages, such as those of a finished factorization.
 *
 * <p>Table as in {@link ContentVectors}.
 */
public final class WindowVectors implements Component, Ranker {
    private static final float DECAY = 0.8f;
    private static final int MOST = 20;

    private final ContentVectors vectors;
    private final float[] shopper = new float[Embedding.MOST_DIMENSIONS];

    /** @param id names the embedding in catalogue messages, and the ranker */
    public WindowVectors(Memory memory, String id, Items items) {
        vectors = new ContentVectors(memory, id, items);
    }

    @Override
    public String id() {
        return vectors.id();
    }

    @Override
    public String name() {
        return vectors.id();
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(this);
    }

    @Override
    public SortedMap<String, Space> spaces() {
        return vectors.spaces();
    }

    @Override
    public void learn(ItemUpdate update) {
        vectors.learn(update);
    }

    @Override
    public void forget(int row) {
        vectors.forget(row);
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        float length = represent(query);
        for (int i = 0; i < candidates.size(); i++) {
            int row = candidates.row(i);
            scores[i] = length > 0 && vectors.has(row)
                    ? Kernels.dot(shopper, 0, vectors.page(row), vectors.offset(row), shopper.length) / length
                    : 0;
        }
    }

    /** Returns the length of the sum. */
    private float represent(Query query) {
        Arrays.fill(shopper, 0);
        float weight = 1;
        for (int i = 0; i < Math.min(MOST, query.size()); i++) {
            int row = query.item(i);
            if (vectors.has(row)) {
                Kernels.axpy(weight, vectors.page(row), vectors.offset(row), shopper, 0, shopper.length);
            }
            weight *= DECAY;
        }
        return (float) Math.sqrt(Kernels.squaredNorm(shopper, 0, shopper.length));
    }
}

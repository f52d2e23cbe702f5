package akin.models.published;

import akin.models.catalog.Content.Embedding;
import akin.models.catalog.Items;
import akin.models.component.Component;
import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import akin.models.neighbours.Space;
import akin.models.ranking.Candidates;
import akin.models.ranking.Query;
import akin.models.ranking.Ranker;
import akin.models.shard.ItemUpdate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ranks by the cosine of content vectors that came with catalogue messages, such as those of pictures; 0 where one of the two
 * items has none.
 *
 * <p>Table {@code ID.vectors}: per item row a vector of length 1, zeros for none; shorter ones end with zeros.
 */
public final class ContentVectors implements Component, Ranker, Space {
    private final String id;
    private final Items items;
    private final Vectors vectors;

    /**
     * @param id names the embedding in catalogue messages, and the ranker
     */
    public ContentVectors(Memory memory, String id, Items items) {
        this.id = id;
        this.items = items;
        vectors = memory.vectors(id + ".vectors", Embedding.MOST_DIMENSIONS);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public List<Ranker> rankers() {
        return List.of(this);
    }

    @Override
    public SortedMap<String, Space> spaces() {
        return new TreeMap<>(Map.of(id, this));
    }

    @Override
    public void learn(ItemUpdate update) {
        Embedding embedding = update.item().content().embeddings().get(id);
        if (embedding == null) {
            return;
        }
        int row = items.row(update.item().itemId());
        forget(row);
        float[] values = new float[dimensions()];
        embedding.copyTo(values, 0);
        float squared = Kernels.squaredNorm(values, 0, values.length);
        if (squared >= Float.MIN_NORMAL && squared <= Float.MAX_VALUE) {
            Kernels.scale((float) (1 / Math.sqrt(squared)), values, 0, values.length);
            vectors.ensure(row);
            System.arraycopy(values, 0, vectors.writable(row), vectors.offset(row), values.length);
        }
    }

    @Override
    public void forget(int row) {
        if (has(row)) {
            vectors.clear(row);
        }
    }

    @Override
    public void score(Query query, Candidates candidates, float[] scores) {
        boolean isKnown = has(query.anchor());
        for (int i = 0; i < candidates.size(); i++) {
            int row = candidates.row(i);
            scores[i] = isKnown && vectors.has(row)
                    ? Kernels.dot(page(query.anchor()), offset(query.anchor()), page(row), offset(row), dimensions())
                    : 0;
        }
    }

    @Override
    public float[] page(int row) {
        return vectors.page(row);
    }

    @Override
    public int offset(int row) {
        return vectors.offset(row);
    }

    @Override
    public int dimensions() {
        return Embedding.MOST_DIMENSIONS;
    }

    @Override
    public boolean has(int row) {
        return vectors.has(row) && Kernels.squaredNorm(page(row), offset(row), dimensions()) > 0;
    }

    @Override
    public int end() {
        return items.end();
    }
}

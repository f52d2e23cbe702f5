package akin.models.embedding;

import akin.models.memory.Setting;
import akin.models.neighbours.NeighbourSettings;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How embeddings are learned.
 *
 * @param dimensions floats per item vector
 * @param seed of initial vectors and all draws
 * @param examples what is learned from
 * @param batches what is learned together
 * @param learning how a step is taken
 * @param windows what the models that rank by the shopper's window are like
 * @param neighbours how the nearest items are found
 */
public record EmbeddingSettings(
        int dimensions,
        long seed,
        ExampleSettings examples,
        BatchSettings batches,
        LearningSettings learning,
        WindowModelSettings windows,
        NeighbourSettings neighbours)
        implements Serializable {
    private static final int MOST_ITEMS_PER_BATCH = 60_000;

    /** Checks what parts must be to each other; a part is null when it was refused itself. */
    public EmbeddingSettings {
        Checks checks = Checks.of("embedding")
                .range("dimensions", dimensions, 1, 1024)
                .range("seed", seed, 0, Integer.MAX_VALUE);
        if (examples != null && batches != null) {
            checks.require(
                            batches.examples() * examples.window() <= MOST_ITEMS_PER_BATCH,
                            "batch",
                            batches.size(),
                            "batch × (1 + replays) × window of at most " + MOST_ITEMS_PER_BATCH)
                    .require(
                            batches.size() <= examples.reservoir(),
                            "reservoir",
                            examples.reservoir(),
                            "no fewer examples than a batch has, " + batches.size());
        }
        checks.verify();
    }

    /** That vectors have so many floats. */
    Setting shapeOfVectors() {
        return new Setting("embedding.dimensions", dimensions);
    }
}

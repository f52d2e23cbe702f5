package akin.models.embedding;

import akin.models.memory.Setting;
import akin.models.neighbours.NeighbourSettings;
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
    /** That vectors have so many floats. */
    Setting shapeOfVectors() {
        return new Setting("embedding.dimensions", dimensions);
    }
}

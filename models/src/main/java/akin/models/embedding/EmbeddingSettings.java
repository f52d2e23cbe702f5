package akin.models.embedding;

import akin.models.memory.Setting;
import akin.models.neighbours.NeighbourSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * How embeddings are learned.
 *
 * @param dimensions floats per item vector
 * @param window most items of the session that an example is learned from
 * @param negatives sampled items that a batch's examples are learned against
 * @param byPopularity whether they are drawn as often as they are visited, with the logQ correction, or uniformly
 * @param batch most new examples in a batch
 * @param batchSpan event time at whose multiples a batch is cut
 * @param replays old examples that are learned again with each new one
 * @param reservoir how many past examples are kept for that
 * @param forgetting share by which Adagrad's accumulators shrink at each step
 * @param scale a score is the cosine times this
 * @param sharedTable whether what was visited and what is scored have the same vectors
 * @param clip greatest norm of a row's gradient
 * @param cartWeight weight of an example whose item the shopper then adds to the cart (ω of formula 9)
 * @param purchaseWeight weight of an example whose item the shopper then buys
 * @param supervised the loss of the supervised model
 * @param admission visits that an item needs before it is learned
 * @param seed of initial vectors and all draws
 * @param neighbours how the nearest items are found
 */
public record EmbeddingSettings(
        int dimensions,
        int window,
        int negatives,
        boolean byPopularity,
        int batch,
        Duration batchSpan,
        int replays,
        int reservoir,
        double learningRate,
        double forgetting,
        double l2,
        double scale,
        boolean sharedTable,
        double clip,
        double cartWeight,
        double purchaseWeight,
        Loss supervised,
        int admission,
        long seed,
        NeighbourSettings neighbours)
        implements Serializable {
    /** That vectors have so many floats. */
    Setting shapeOfVectors() {
        return new Setting("embedding.dimensions", dimensions);
    }

    /** That window models have one table of vectors or two. */
    Setting shapeOfTables() {
        return new Setting("embedding.shared_table", String.valueOf(sharedTable));
    }

    /** That examples have so many places for items. */
    Setting shapeOfWindows() {
        return new Setting("embedding.window", window);
    }

    /** That so many examples are kept. */
    Setting shapeOfReservoir() {
        return new Setting("embedding.reservoir", reservoir);
    }
}

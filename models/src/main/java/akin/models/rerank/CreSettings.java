package akin.models.rerank;

import akin.models.layers.AdamSettings;
import java.io.Serializable;

/**
 * How pools are ranked again.
 *
 * @param hidden units of the hidden layer
 * @param ranks whether ranks have embeddings, or scores count only
 * @param adam how it learns
 * @param seed of initial weights
 */
public record CreSettings(int hidden, boolean ranks, AdamSettings adam, long seed) implements Serializable {
    public CreSettings {
        if (hidden < 1 || hidden > 1024) {
            throw new IllegalArgumentException("hidden is " + hidden + ", must be from 1 to 1024");
        }
    }
}

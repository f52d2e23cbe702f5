package akin.models.rerank;

import akin.models.layers.AdamSettings;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How pools are ranked again.
 *
 * @param hidden units of the hidden layer
 * @param ranks whether ranks have embeddings, or scores count only
 * @param learningRate of Adam
 * @param seed of initial weights
 */
public record CreSettings(int hidden, boolean ranks, double learningRate, long seed) implements Serializable {
    public CreSettings {
        Checks.of("cre")
                .range("hidden", hidden, 1, 1024)
                .range("learning_rate", learningRate, 1e-7, 1)
                .range("seed", seed, 0, Integer.MAX_VALUE)
                .verify();
    }

    /** Returns how Adam learns at this rate. */
    AdamSettings adam() {
        return AdamSettings.atRate(learningRate);
    }
}

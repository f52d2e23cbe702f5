package akin.models.rerank;

import akin.models.layers.AdamSettings;
import akin.models.memory.Setting;
import akin.models.random.Hash;
import akin.models.settings.Checks;
import akin.models.shard.Visit;
import java.io.Serializable;

/**
 * How pools are ranked again.
 *
 * @param hidden units of the hidden layer
 * @param ranks whether ranks have embeddings
 * @param scores whether scores of sources and rankers and counts of pairs count in {@link CreComponent}
 * @param candidates of a single generator that are ranked again
 * @param learning how that is learned
 * @param seed of initial weights and draws
 */
public record CreSettings(
        int hidden, boolean ranks, boolean scores, int candidates, PoolLearningSettings learning, long seed)
        implements Serializable {
    private static final long VISITS = 0x437265;

    public CreSettings {
        Checks.of("cre")
                .range("hidden", hidden, 1, 1024)
                .range("candidates", candidates, 2, 1000)
                .range("seed", seed, 0, Integer.MAX_VALUE)
                .verify();
    }

    AdamSettings adam() {
        return AdamSettings.atRate(learning.learningRate());
    }

    /**
     * Returns whether a visit is learned.
     *
     * @param learned how many were
     */
    boolean wants(Visit visit, long learned) {
        return learned < learning.warmUp()
                || Hash.unit(Hash.of(Hash.seed(VISITS, visit.userId()), seed, visit.sequence())) < learning.share();
    }

    Setting shapeOfCandidates() {
        return new Setting("cre.candidates", candidates);
    }

    Setting shapeOfNetwork() {
        return new Setting("cre.hidden", hidden);
    }
}

package akin.models.rerank;

import akin.models.layers.AdamSettings;
import akin.models.layers.Averaged;
import akin.models.layers.Parameters;
import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.random.Hash;
import akin.models.settings.Checks;
import akin.models.shard.Visit;
import java.io.Serializable;
import java.util.function.Function;

/**
 * How pools are ranked again.
 *
 * @param hidden units of the hidden layer
 * @param ranks whether ranks have embeddings
 * @param scores whether scores of sources and rankers, and counts of pairs, count
 * @param learning how that is learned
 * @param generator how that is where a single generator's candidates are ranked again
 * @param seed of initial weights and draws
 */
public record CreSettings(
        int hidden,
        boolean ranks,
        boolean scores,
        PoolLearningSettings learning,
        GeneratorCreSettings generator,
        long seed)
        implements Serializable {
    private static final long VISITS = 0x437265;

    public CreSettings {
        Checks.of("cre")
                .range("hidden", hidden, 1, 1024)
                .range("seed", seed, 0, Integer.MAX_VALUE)
                .verify();
    }

    /** Returns these settings with the learning of a re-ranker of one generator. */
    CreSettings ofGenerator() {
        PoolLearningSettings own = learning.with(generator.replays(), generator.share());
        return new CreSettings(hidden, ranks, scores, own, generator, seed);
    }

    /** Makes a network that learns so. */
    <N> Averaged<N> network(Memory memory, String name, Setting shape, Function<Parameters, N> maker) {
        return new Averaged<>(
                memory,
                name,
                seed,
                shape,
                maker,
                AdamSettings.atRate(learning.learningRate()),
                learning.averagedSteps());
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

    Setting shapeOfNetwork() {
        return new Setting("cre.hidden", hidden);
    }
}

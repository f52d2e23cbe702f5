package akin.models.rerank;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How the candidates of a single generator are ranked again. That takes a larger network than {@link CreComponent} has, which
 * few examples seen often would fit too closely, and an example costs less.
 *
 * @param candidates first ones of the generator that are ranked again
 * @param replays stored examples that are learned again with each new one
 * @param share of visits that are learned, by hash
 */
public record GeneratorCreSettings(int candidates, int replays, double share) implements Serializable {
    public GeneratorCreSettings {
        Checks.of("cre")
                .range("candidates", candidates, 2, 1000)
                .range("generator_replays", replays, 0, PoolLearningSettings.MOST_REPLAYS)
                .range("generator_share", share, 0, 1)
                .verify();
    }

    Setting shapeOfCandidates() {
        return new Setting("cre.candidates", candidates);
    }
}

package akin.models.rerank;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How it is learned from pools.
 *
 * @param learningRate Adam's
 * @param averagedSteps steps that the weights one ranks by are about the mean of
 * @param batch new pools in a step
 * @param replays stored pools that are learned again with each new one
 * @param reservoir how many pools are stored for that
 * @param sample most candidates of a pool that are learned, the chosen one among them
 * @param warmUp so many pools are learned one and all
 * @param share of visits that are learned from then on, by hash
 */
public record PoolLearningSettings(
        double learningRate,
        int averagedSteps,
        int batch,
        int replays,
        int reservoir,
        int sample,
        int warmUp,
        double share)
        implements Serializable {
    static final int MOST_REPLAYS = 16;

    public PoolLearningSettings {
        Checks.of("cre")
                .range("learning_rate", learningRate, 1e-7, 1)
                .range("averaged_steps", averagedSteps, 1, 1 << 20)
                .range("batch", batch, 1, 1024)
                .range("replays", replays, 0, MOST_REPLAYS)
                .range("reservoir", reservoir, Math.max(1, batch), 1 << 20)
                .range("sample", sample, 2, 1000)
                .range("warm_up", warmUp, 0, Integer.MAX_VALUE)
                .range("share", share, 0, 1)
                .verify();
    }

    PoolLearningSettings with(int otherReplays, double otherShare) {
        return new PoolLearningSettings(
                learningRate, averagedSteps, batch, otherReplays, reservoir, sample, warmUp, otherShare);
    }

    Setting shapeOfReservoir() {
        return new Setting("cre.reservoir", reservoir);
    }
}

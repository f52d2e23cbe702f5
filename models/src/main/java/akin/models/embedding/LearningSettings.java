package akin.models.embedding;

import akin.models.memory.Setting;
import akin.models.settings.Checks;
import java.io.Serializable;
import java.util.Locale;

/**
 * How a learner steps along a gradient.
 *
 * @param optimizer what makes steps of gradients
 * @param rate of learning
 * @param forgetting share by which Adagrad's accumulators shrink at each step
 * @param l2 pull of vectors towards zero at each step
 * @param clip greatest norm of a row's gradient
 */
public record LearningSettings(Optimizer optimizer, double rate, double forgetting, double l2, double clip)
        implements Serializable {
    public LearningSettings {
        Checks.of("embedding")
                .range("learning_rate", rate, 0, 10)
                .range("forgetting", forgetting, 0, 1)
                .range("l2", l2, 0, 1)
                .range("clip", clip, 1e-6, 1e6)
                .verify();
    }

    /** What makes steps of gradients. */
    public enum Optimizer {
        ADAGRAD(0.1),
        ADAM(0.01);

        private final double usualRate;

        Optimizer(double usualRate) {
            this.usualRate = usualRate;
        }

        /** Returns the rate for those who have no reason for another. */
        public double usualRate() {
            return usualRate;
        }
    }

    /** Returns the optimizer of a table whose vectors have so many dimensions. */
    RowOptimizer optimizer(int dimensions) {
        return switch (optimizer) {
            case ADAGRAD -> new RowAdagrad(dimensions, (float) rate, 1 - (float) forgetting);
            case ADAM -> new RowAdam(dimensions, (float) rate);
        };
    }

    /** That rows hold what this optimizer remembers. */
    Setting shapeOfRows() {
        return new Setting("embedding.optimizer", optimizer.name().toLowerCase(Locale.ROOT));
    }
}

package akin.models.layers;

import akin.models.memory.Memory;
import akin.models.memory.Vectors;

/**
 * The mean of a network's parameters over about its last steps, which ranks better than where the last step led: an
 * endless stream has no rate that ends at zero. [Polyak and Juditsky, 1992; here exponentially weighted, without bias]
 * <pre>  mean_t = mean_t-1 + (1 - d) / (1 - d^t) · (parameters_t - mean_t-1),  d = 1 - 1/steps</pre>
 *
 * <ul>
 *   <li>{@code NAME.corrections}, floats: per parameter {@code 1 - d^t}, 0 before the first step
 * </ul>
 */
public final class Averages {
    private final Parameters of;
    private final Parameters means;
    private final Vectors corrections;
    private final float share;

    /**
     * @param means a network that has the same parameters in the same order; both are complete
     * @param steps that a mean is about; with 1 it is what the last step led to
     */
    public Averages(Memory memory, Parameters of, Parameters means, int steps) {
        this.of = of;
        this.means = means;
        share = 1f / steps;
        corrections = memory.vectors(means.network() + ".corrections", 1, means.shapedBy());
        start();
    }

    /** Takes in what a step led to. */
    public void step() {
        for (int n = 0; n < of.size(); n++) {
            int entry = means.entry(n);
            float before = corrections.get(entry, 0);
            float correction = before + share * (1 - before);
            corrections.set(entry, 0, correction);
            approach(n, share / correction);
        }
    }

    /** Reads the means, after memory was loaded and the parameters were read. */
    public void loaded() {
        means.loaded();
        start();
    }

    /** What has no mean yet has what its parameter is. */
    private void start() {
        for (int n = 0; n < of.size(); n++) {
            corrections.ensure(means.entry(n));
            if (corrections.get(means.entry(n), 0) == 0) {
                approach(n, 1);
            }
        }
    }

    private void approach(int n, float by) {
        float[] values = of.get(n).values().values();
        float[] mean = means.get(n).values().values();
        for (int i = 0; i < of.get(n).size(); i++) {
            mean[i] = by == 1 ? values[i] : mean[i] + by * (values[i] - mean[i]);
        }
        means.write(n);
    }
}

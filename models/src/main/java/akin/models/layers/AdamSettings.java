package akin.models.layers;

import java.io.Serializable;

/**
 * How Adam learns.
 *
 * @param rate of learning, above 0
 * @param beta1 what means of gradients keep at a step, in [0, 1)
 * @param beta2 what means of their squares keep at a step, in [0, 1)
 * @param epsilon what is added to the root of the latter, above 0
 */
public record AdamSettings(double rate, double beta1, double beta2, double epsilon) implements Serializable {
    public AdamSettings {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate is " + rate + ", must be above 0");
        }
        checkShare("beta1", beta1);
        checkShare("beta2", beta2);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon is " + epsilon + ", must be above 0");
        }
    }

    private static void checkShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " is " + share + ", must be at least 0 and below 1");
        }
    }

    /** Returns what the paper proposes, at a rate. */
    public static AdamSettings atRate(double rate) {
        return new AdamSettings(rate, 0.9, 0.999, 1e-8);
    }
}

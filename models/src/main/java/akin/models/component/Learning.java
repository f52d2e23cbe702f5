package akin.models.component;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How a learner did so far.
 *
 * @param examples new examples learned
 * @param loss the sum of their losses, each before it was learned
 * @param refused rows whose gradient was not finite and was not applied
 * @param calibration by tenths of predicted probability
 */
public record Learning(long examples, double loss, long refused, List<Bin> calibration) implements Serializable {
    /**
     * Predictions of about the same probability.
     *
     * @param examples how many
     * @param observed how many came true
     * @param predicted the sum of their probabilities
     */
    public record Bin(long examples, long observed, double predicted) implements Serializable {
        public Bin plus(Bin other) {
            return new Bin(examples + other.examples, observed + other.observed, predicted + other.predicted);
        }
    }

    /** Returns the table that a learner's figures lie in while it is on. */
    public static String tableOf(String learner) {
        return "learning." + learner;
    }

    /** Two shards' figures together. */
    public Learning plus(Learning other) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < calibration.size(); i++) {
            bins.add(calibration.get(i).plus(other.calibration.get(i)));
        }
        return new Learning(examples + other.examples, loss + other.loss, refused + other.refused, bins);
    }
}

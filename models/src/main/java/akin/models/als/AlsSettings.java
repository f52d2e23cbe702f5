package akin.models.als;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How alternating least squares factorises interactions.
 *
 * @param rank numbers in a vector
 * @param rounds each solves all rows, then all columns
 * @param feedback what weights say
 * @param confidence of implicit feedback by unit of weight
 * @param regularization of vectors
 * @param solver of a vector
 * @param seed of the first vectors
 */
public record AlsSettings(
        int rank,
        int rounds,
        Feedback feedback,
        double confidence,
        Regularization regularization,
        Solver solver,
        long seed)
        implements Serializable {
    public AlsSettings {
        Checks.of("als")
                .range("rank", rank, 1, 1024)
                .range("rounds", rounds, 1, 10_000)
                .range("confidence", confidence, 1e-6, 1e9)
                .verify();
    }

    /**
     * What is added to the loss for a row or column: {@code lambda · degree^power · |vector|²}.
     *
     * @param lambda above 0
     * @param power 0 for the same of all, 1 for the more the more interactions there are
     */
    public record Regularization(double lambda, double power) implements Serializable {
        public Regularization {
            Checks.of("als.regularization")
                    .range("lambda", lambda, 1e-9, 1e9)
                    .range("power", power, 0, 1)
                    .verify();
        }

        double of(int degree) {
            return lambda * Math.max(1, power == 1 ? degree : power == 0 ? 1 : StrictMath.pow(degree, power));
        }
    }

    /** Returns what weight an interaction has in the equations. */
    float weight(float given) {
        return feedback == Feedback.IMPLICIT ? (float) (confidence * given) : 1;
    }
}

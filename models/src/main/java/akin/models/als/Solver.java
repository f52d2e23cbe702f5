package akin.models.als;

import akin.models.settings.Checks;
import java.io.Serializable;

/**
 * How the vector of one row is solved for.
 *
 * @param kind exactly, or by steps that each lower the loss
 * @param steps of conjugate gradients
 */
public record Solver(Kind kind, int steps) implements Serializable {
    /** The two ways. */
    public enum Kind {
        CHOLESKY,
        CONJUGATE_GRADIENTS
    }

    public Solver {
        Checks.of("als").range("steps", steps, 1, 1000).verify();
    }

    public static Solver cholesky() {
        return new Solver(Kind.CHOLESKY, 1);
    }

    public static Solver conjugateGradients(int steps) {
        return new Solver(Kind.CONJUGATE_GRADIENTS, steps);
    }
}

package akin.models.als;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;

/**
 * What alternating least squares lowers: squared errors, by confidence, plus regularization. For implicit feedback the
 * errors are over all pairs, which the Gram matrix sums up. The solved side's part is found row by row, see
 * {@link RowSolver}; the other side adds its regularization.
 */
final class Loss {
    private final AlsSettings settings;

    Loss(AlsSettings settings) {
        this.settings = settings;
    }

    /** Returns the part of an interaction, beside what is counted of all pairs. */
    double of(float weight, double prediction) {
        if (settings.feedback() == Feedback.EXPLICIT) {
            return (weight - prediction) * (weight - prediction);
        }
        // All pairs are counted with confidence 1 and preference 0 elsewhere.
        double miss = 1 - prediction;
        return (1 + settings.weight(weight)) * miss * miss - prediction * prediction;
    }

    /** Returns the regularization of a side. */
    double norms(Interactions of, Matrix vectors) {
        double sum = 0;
        for (int row = 0; row < vectors.rows(); row++) {
            double norm = Kernels.squaredNorm(vectors.values(), vectors.offset(row), vectors.columns());
            sum += settings.regularization().of(of.degree(row)) * norm;
        }
        return sum;
    }
}

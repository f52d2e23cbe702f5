package akin.models.als;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;

/**
 * What alternating least squares lowers: squared errors, by confidence, plus regularization. For implicit feedback the
 * errors are over all pairs, which the Gram matrix sums up.
 */
public final class Loss {
    private final AlsSettings settings;
    private final Interactions interactions;
    private final Interactions transposed;

    /** @param transposed the interactions with rows and columns exchanged */
    public Loss(AlsSettings settings, Interactions interactions, Interactions transposed) {
        this.settings = settings;
        this.interactions = interactions;
        this.transposed = transposed;
    }

    /** Returns the loss of vectors. */
    public double of(Matrix rows, Matrix columns, Workers workers) {
        double[] errors = new double[Workers.blocks(rows.rows())];
        workers.run(errors.length, block -> errors[block] = errors(block, rows, columns));
        double loss = norms(interactions, rows) + norms(transposed, columns);
        for (double error : errors) {
            loss += error;
        }
        return settings.feedback() == Feedback.IMPLICIT ? loss + allSquares(rows, columns, workers) : loss;
    }

    /** The sum over all pairs of the squared prediction: the trace of the product of the Gram matrices. */
    private static double allSquares(Matrix rows, Matrix columns, Workers workers) {
        double[][] ofRows = Gram.of(rows, workers);
        double[][] ofColumns = Gram.of(columns, workers);
        double sum = 0;
        for (int i = 0; i < ofRows.length; i++) {
            for (int k = 0; k < ofRows.length; k++) {
                sum += ofRows[i][k] * ofColumns[i][k];
            }
        }
        return sum;
    }

    private double errors(int block, Matrix rows, Matrix columns) {
        double sum = 0;
        int to = Math.min(rows.rows(), (block + 1) * Workers.BLOCK);
        for (int row = block * Workers.BLOCK; row < to; row++) {
            for (int place = interactions.start(row); place < interactions.start(row + 1); place++) {
                int column = columns.offset(interactions.column(place));
                double prediction =
                        Kernels.dot(rows.values(), rows.offset(row), columns.values(), column, rows.columns());
                sum += error(interactions.weight(place), prediction);
            }
        }
        return sum;
    }

    private double error(float weight, double prediction) {
        if (settings.feedback() == Feedback.EXPLICIT) {
            return (weight - prediction) * (weight - prediction);
        }
        // All pairs are counted with confidence 1 and preference 0 elsewhere.
        double miss = 1 - prediction;
        return (1 + settings.weight(weight)) * miss * miss - prediction * prediction;
    }

    private double norms(Interactions of, Matrix vectors) {
        double sum = 0;
        for (int row = 0; row < vectors.rows(); row++) {
            double norm = Kernels.squaredNorm(vectors.values(), vectors.offset(row), vectors.columns());
            sum += settings.regularization().of(of.degree(row)) * norm;
        }
        return sum;
    }
}

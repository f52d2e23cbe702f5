package akin.models.longtail;

import akin.models.kernel.Scalars;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Weighs signals so that what was chosen scores above what was not: a conditional logit, {@code P(i) = softmax(w · x_i)}
 * over the alternatives of a choice, fitted by Newton's method with ridge regularization on standardized signals.
 * [McFadden, 1974]
 */
public final class ChoiceModel {
    private static final int MOST_STEPS = 40;
    private static final double CLOSE = 1e-4;

    private final int signals;
    private final double ridge;

    /** @param ridge what a squared weight costs, in choices */
    public ChoiceModel(int signals, double ridge) {
        this.signals = signals;
        this.ridge = ridge;
    }

    /**
     * Fits the weights.
     *
     * @param choices per choice a row of signals per alternative, one after the other; the first was chosen
     * @return the weight of each signal as it is given
     */
    public double[] fit(float[][] choices) {
        double[] scales = scales(choices);
        double[] w = new double[signals];
        double loss = new Newton(choices, scales, w).loss;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = new Newton(choices, scales, w).direction();
            double length = 1;
            double[] next = along(w, direction, length);
            double after = new Newton(choices, scales, next).loss;
            while (!(after <= loss) && length > 1e-6) {
                length /= 4;
                next = along(w, direction, length);
                after = new Newton(choices, scales, next).loss;
            }
            boolean done = !(loss - after > CLOSE);
            if (after <= loss) {
                w = next;
                loss = after;
            }
            if (done) {
                break;
            }
        }
        for (int i = 0; i < signals; i++) {
            w[i] *= scales[i];
        }
        return w;
    }

    private static double[] along(double[] w, double[] direction, double length) {
        double[] to = w.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += length * direction[i];
        }
        return to;
    }

    /** One over the deviation of each signal; 0 for one that is the same everywhere. */
    private double[] scales(float[][] choices) {
        double[] sums = new double[signals];
        double[] squares = new double[signals];
        long n = 0;
        for (float[] choice : choices) {
            for (int at = 0; at < choice.length; at += signals, n++) {
                for (int i = 0; i < signals; i++) {
                    sums[i] += choice[at + i];
                    squares[i] += (double) choice[at + i] * choice[at + i];
                }
            }
        }
        double[] scales = new double[signals];
        for (int i = 0; i < signals && n > 0; i++) {
            double mean = sums[i] / n;
            double variance = squares[i] / n - mean * mean;
            scales[i] = variance > 1e-12 * (1e-12 + mean * mean) ? 1 / Math.sqrt(variance) : 0;
        }
        return scales;
    }

    /** The loss, its gradient and its Hessian at some weights. */
    private final class Newton {
        private final double[] gradient = new double[signals];
        private final double[][] hessian = new double[signals][signals];
        private final double[] mean = new double[signals];
        private final double[] x = new double[signals];
        private double loss;

        Newton(float[][] choices, double[] scales, double[] w) {
            for (float[] choice : choices) {
                add(choice, scales, w);
            }
            for (int i = 0; i < signals; i++) {
                loss += ridge * w[i] * w[i] / 2;
                gradient[i] += ridge * w[i];
                hessian[i][i] += ridge;
            }
        }

        private void add(float[] choice, double[] scales, double[] w) {
            int n = choice.length / signals;
            double[] scores = new double[n];
            double most = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < signals; i++) {
                    scores[k] += w[i] * scales[i] * choice[k * signals + i];
                }
                most = Math.max(most, scores[k]);
            }
            double sum = 0;
            double chosen = scores[0];
            for (int k = 0; k < n; k++) {
                scores[k] = Scalars.exp(scores[k] - most);
                sum += scores[k];
            }
            loss += StrictMath.log(sum) + most - chosen;
            Arrays.fill(mean, 0);
            for (int k = 0; k < n; k++) {
                add(choice, k * signals, scales, scores[k] / sum);
            }
            for (int i = 0; i < signals; i++) {
                gradient[i] += mean[i] - scales[i] * choice[i];
                for (int j = 0; j < signals; j++) {
                    hessian[i][j] -= mean[i] * mean[j];
                }
            }
        }

        private void add(float[] choice, int at, double[] scales, double p) {
            for (int i = 0; i < signals; i++) {
                x[i] = scales[i] * choice[at + i];
                mean[i] += p * x[i];
            }
            for (int i = 0; i < signals; i++) {
                for (int j = 0; j <= i; j++) {
                    double share = p * x[i] * x[j];
                    hessian[i][j] += share;
                    hessian[j][i] += i == j ? 0 : share;
                }
            }
        }

        double[] direction() {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian), 1e-6, 1e-14)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient).mapMultiply(-1))
                    .toArray();
        }
    }
}

package akin.models.embedding;

import akin.models.kernel.Kernels;

/**
 * Adam [Kingma and Ba, ICLR 2015] with a mean of each derivative, but one mean of their squares for all of a row's vector.
 * A row that a batch doesn't touch stays as it is, its momentum too. It remembers, floats:
 *
 * <ul>
 *   <li>the mean of the vector's squared derivatives, of which the mean over its dimensions is taken
 *   <li>the mean of the bias's squared derivatives
 *   <li>{@code 1 - beta1^t} and {@code 1 - beta2^t} after t steps of the row
 *   <li>the mean of the bias's derivatives
 *   <li>the means of the vector's derivatives
 * </ul>
 */
record RowAdam(int dimensions, float rate) implements RowOptimizer {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private static final int SQUARE = 0;
    private static final int BIAS_SQUARE = 1;
    private static final int CORRECTION1 = 2;
    private static final int CORRECTION2 = 3;
    private static final int BIAS_MEAN = 4;
    private static final int MEANS = 5;

    @Override
    public int width() {
        return MEANS + dimensions;
    }

    /** Everything starts at zero, as a new row is. */
    @Override
    public void start(float[] page, int at) {}

    @Override
    public void step(float[] gradient, int from, float norm, float[] page, int at) {
        int state = at + dimensions + 1;
        float bias = gradient[from + dimensions];
        Kernels.scale(BETA1, page, state + MEANS, dimensions);
        Kernels.axpy(1 - BETA1, gradient, from, page, state + MEANS, dimensions);
        page[state + BIAS_MEAN] = BETA1 * page[state + BIAS_MEAN] + (1 - BETA1) * bias;
        page[state + SQUARE] = BETA2 * page[state + SQUARE] + (1 - BETA2) * (norm / dimensions);
        page[state + BIAS_SQUARE] = BETA2 * page[state + BIAS_SQUARE] + (1 - BETA2) * bias * bias;
        page[state + CORRECTION1] += (1 - BETA1) * (1 - page[state + CORRECTION1]);
        page[state + CORRECTION2] += (1 - BETA2) * (1 - page[state + CORRECTION2]);
        Kernels.axpy(-size(page, state, SQUARE), page, state + MEANS, page, at, dimensions);
        page[at + dimensions] -= size(page, state, BIAS_SQUARE) * page[state + BIAS_MEAN];
    }

    /** Returns what a mean is to be multiplied by, by the squares that belong to it. */
    private float size(float[] page, int state, int square) {
        float root = (float) Math.sqrt(page[state + square] / page[state + CORRECTION2]);
        return rate / (page[state + CORRECTION1] * (root + EPSILON));
    }

    @Override
    public void adopt(float[] other, int otherAt, int otherDimensions, Projection projection, float[] page, int at) {
        int from = otherAt + otherDimensions + 1;
        int state = at + dimensions + 1;
        System.arraycopy(other, from, page, state, MEANS);
        projection.apply(other, from + MEANS, page, state + MEANS);
    }
}

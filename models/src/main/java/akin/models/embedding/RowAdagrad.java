package akin.models.embedding;

import akin.models.kernel.Kernels;

/**
 * Adagrad with one rate for all of a row's vector, as in DLRM, and one for its bias [Duchi et al., JMLR 2011].
 * Accumulators forget a little at each step, so that learning never dies out. It remembers, floats:
 *
 * <ul>
 *   <li>the accumulator of the vector: the mean of its squared derivatives, summed
 *   <li>the accumulator of the bias
 * </ul>
 *
 * @param kept share of the accumulators that is kept at a step
 */
record RowAdagrad(int dimensions, float rate, float kept) implements RowOptimizer {
    private static final float EPSILON = 1e-8f;

    @Override
    public int width() {
        return 2;
    }

    @Override
    public void start(float[] page, int at) {
        page[ofVector(at)] = EPSILON;
        page[ofBias(at)] = EPSILON;
    }

    private int ofVector(int at) {
        return at + dimensions + 1;
    }

    private int ofBias(int at) {
        return at + dimensions + 2;
    }

    @Override
    public void step(float[] gradient, int from, float norm, float[] page, int at) {
        float bias = gradient[from + dimensions];
        float vectors = Math.max(EPSILON, page[ofVector(at)] * kept + norm / dimensions);
        float biases = Math.max(EPSILON, page[ofBias(at)] * kept + bias * bias);
        page[ofVector(at)] = vectors;
        page[ofBias(at)] = biases;
        Kernels.axpy(-rate / (float) Math.sqrt(vectors), gradient, from, page, at, dimensions);
        page[at + dimensions] -= rate / (float) Math.sqrt(biases) * bias;
    }

    @Override
    public void adopt(float[] other, int otherAt, int otherDimensions, Projection projection, float[] page, int at) {
        System.arraycopy(other, otherAt + otherDimensions + 1, page, ofVector(at), width());
    }
}

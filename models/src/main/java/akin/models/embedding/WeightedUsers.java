package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Shoppers as the weighted sums of their windows' vectors. */
final class WeightedUsers implements Users {
    private final Embeddings history;
    private final WindowWeights weights;
    private final float length;
    private final int dimensions;
    private final Matrix vectors = new Matrix();
    private final Matrix gradients = new Matrix();
    private float[] factors = new float[0];

    WeightedUsers(Embeddings history, WindowWeights weights, double length) {
        this.history = history;
        this.weights = weights;
        this.length = (float) length;
        dimensions = history.dimensions();
    }

    /** Returns the weight of a position of the window, 0 the newest. */
    float weight(int position) {
        return weights.get(position);
    }

    @Override
    public void take(Batch batch) {
        vectors.resize(batch.size(), dimensions);
        factors = factors.length < batch.size() ? new float[batch.size()] : factors;
        for (int example = 0; example < batch.size(); example++) {
            int of = example;
            for (int i = 0; i < batch.items(example); i++) {
                history.start(batch.item(example, i));
            }
            factors[example] =
                    represent(i -> batch.item(of, i), batch.items(example), vectors.values(), vectors.offset(example));
        }
    }

    @Override
    public float represent(IntUnaryOperator slots, int n, float[] into, int at) {
        Arrays.fill(into, at, at + dimensions, 0);
        for (int i = 0; i < n; i++) {
            int slot = slots.applyAsInt(i);
            Kernels.axpy(weights.get(i), history.page(slot), history.offset(slot), into, at, dimensions);
        }
        float norm = Kernels.squaredNorm(into, at, dimensions);
        float factor = norm > 0 && norm < Float.POSITIVE_INFINITY ? (float) (length / Math.sqrt(norm)) : Float.NaN;
        Kernels.scale(factor, into, at, dimensions);
        return factor;
    }

    @Override
    public Matrix vectors() {
        return vectors;
    }

    @Override
    public Matrix gradients() {
        return gradients;
    }

    @Override
    public void spread(Batch batch, int example, Gradients sums) {
        float[] gradient = gradients.values();
        int at = gradients.offset(example);
        float along = Kernels.dot(gradient, at, vectors.values(), at, dimensions) / (length * length);
        Kernels.axpy(-along, vectors.values(), at, gradient, at, dimensions);
        Kernels.scale(factors[example], gradient, at, dimensions);
        for (int i = 0; i < batch.items(example); i++) {
            int slot = batch.item(example, i);
            weights.addGradient(i, gradient, at, history, slot);
            sums.addVector(slot, weights.get(i), gradient, at);
        }
    }

    @Override
    public boolean step() {
        return weights.step();
    }

    @Override
    public void adopt(Users other) {
        weights.adopt(((WeightedUsers) other).weights);
    }
}

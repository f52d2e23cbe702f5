package akin.models.embedding;

import akin.models.encoder.SessionEncoder;
import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import akin.models.layers.Adam;
import akin.models.layers.Parameters;
import akin.models.layers.Segments;
import java.util.function.IntUnaryOperator;

/** Shoppers as what an encoder makes of their windows' vectors. */
final class EncodedUsers implements Users {
    private final Embeddings history;
    private final SessionEncoder encoder;
    private final Parameters parameters;
    private final Adam adam;
    private final float length;
    private final int dimensions;
    private final Segments sessions = new Segments();
    private final Matrix items = new Matrix();
    private final Matrix vectors = new Matrix();
    private final Matrix gradients = new Matrix();
    /** By what the encoder returned. */
    private final Matrix encodedGradients = new Matrix();

    private float[] factors = new float[1];

    EncodedUsers(Embeddings history, SessionEncoder encoder, Parameters parameters, Adam adam, double length) {
        this.history = history;
        this.encoder = encoder;
        this.parameters = parameters;
        this.adam = adam;
        this.length = (float) length;
        dimensions = history.dimensions();
    }

    @Override
    public void take(Batch batch) {
        sessions.clear();
        for (int example = 0; example < batch.size(); example++) {
            sessions.add(batch.items(example));
        }
        items.resize(sessions.rows(), dimensions);
        for (int example = 0; example < batch.size(); example++) {
            int of = example;
            for (int i = 0; i < batch.items(example); i++) {
                history.start(batch.item(example, i));
            }
            gather(i -> batch.item(of, i), example);
        }
        factors = factors.length < batch.size() ? new float[batch.size()] : factors;
        vectors.resize(batch.size(), dimensions);
        encodedGradients.zero(batch.size(), dimensions);
        encode(vectors.values(), 0);
    }

    /** The encoder wants the oldest first. */
    private void gather(IntUnaryOperator slots, int session) {
        int last = sessions.end(session) - 1;
        for (int i = 0; i < sessions.length(session); i++) {
            int slot = slots.applyAsInt(i);
            System.arraycopy(
                    history.page(slot), history.offset(slot), items.values(), items.offset(last - i), dimensions);
        }
    }

    private void encode(float[] into, int at) {
        Matrix encoded = encoder.forward(items, sessions);
        System.arraycopy(encoded.values(), 0, into, at, sessions.size() * dimensions);
        for (int session = 0; session < sessions.size(); session++) {
            int from = at + session * dimensions;
            float norm = Kernels.squaredNorm(into, from, dimensions);
            factors[session] =
                    norm > 0 && norm < Float.POSITIVE_INFINITY ? (float) (length / Math.sqrt(norm)) : Float.NaN;
            Kernels.scale(factors[session], into, from, dimensions);
        }
    }

    @Override
    public float represent(IntUnaryOperator slots, int n, float[] into, int at) {
        sessions.clear();
        sessions.add(n);
        items.resize(n, dimensions);
        gather(slots, 0);
        encode(into, at);
        return factors[0];
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
        int at = gradients.offset(example);
        float along = Kernels.dot(gradients.values(), at, vectors.values(), at, dimensions) / (length * length);
        float[] encoded = encodedGradients.values();
        Kernels.axpy(factors[example], gradients.values(), at, encoded, at, dimensions);
        Kernels.axpy(-along * factors[example], vectors.values(), at, encoded, at, dimensions);
    }

    @Override
    public void spreadAll(Batch batch, Gradients sums) {
        Matrix byItems = encoder.backward(encodedGradients);
        for (int example = 0; example < batch.size(); example++) {
            int last = sessions.end(example) - 1;
            for (int i = 0; i < batch.items(example); i++) {
                sums.addVector(batch.item(example, i), 1, byItems.values(), byItems.offset(last - i));
            }
        }
    }

    @Override
    public boolean step() {
        return adam.step();
    }

    @Override
    public void loaded() {
        parameters.loaded();
    }

    /** Parameters of the same shape came with the memory; those of another are learned anew. */
    @Override
    public void adopt(Users other) {}
}

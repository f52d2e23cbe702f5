package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Vectors;
import akin.models.neighbours.Space;
import akin.models.random.Hash;
import java.util.BitSet;

/**
 * One table of item vectors with a bias each, trained by Adagrad: per row one accumulator for the vector, one for the
 * bias. Accumulators forget a little at each step, so that learning never dies out. [Duchi et al., JMLR 2011; rows share
 * a rate as in DLRM] A row is the vector, the bias, the two accumulators and the vector's length.
 */
final class Embeddings implements Space {
    private static final float EPSILON = 1e-8f;
    private static final float SHORTEST = 1e-6f;
    /** Of the noise that an item starts with which starts among others. */
    private static final float LITTLE = 0.1f;

    private final EmbeddingSettings settings;
    private final Vectors rows;
    private final int dimensions;
    private final float noise;
    private final ColdStart coldStart;
    private final int[] similar = new int[ColdStart.MOST];
    /** Derived from the rows, but much smaller: most that are asked for when an item starts among others have none. */
    private final BitSet started = new BitSet();

    private long refused;

    /**
     * @param noise greatest coordinate of a vector that starts from noise
     * @param coldStart where an unseen item starts, or null: from noise
     * @param shapedBy settings under which its bytes have their meaning
     */
    Embeddings(
            Memory memory,
            String name,
            EmbeddingSettings settings,
            float noise,
            ColdStart coldStart,
            Setting... shapedBy) {
        this.settings = settings;
        this.dimensions = settings.dimensions();
        this.rows = memory.vectors(name, dimensions + 4, shapedBy);
        this.noise = noise;
        this.coldStart = coldStart;
    }

    @Override
    public boolean has(int row) {
        return started.get(row);
    }

    /** Finds the rows that can be trained, after memory was loaded. */
    void loaded() {
        started.clear();
        for (int row = 0; rows.has(row); row++) {
            started.set(row, rows.get(row, dimensions + 1) > 0);
        }
    }

    @Override
    public float[] page(int row) {
        return rows.page(row);
    }

    @Override
    public int offset(int row) {
        return rows.offset(row);
    }

    float bias(int row) {
        return rows.get(row, dimensions);
    }

    /** The vector's Euclidean length, never zero. */
    float length(int row) {
        return rows.get(row, dimensions + 3);
    }

    Vectors rows() {
        return rows;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int end() {
        return started.length();
    }

    /** Makes sure that a row can be trained. */
    void start(int row) {
        rows.ensure(row);
        if (!has(row)) {
            float[] page = rows.writable(row);
            int at = rows.offset(row);
            int n = coldStart == null ? 0 : coldStart.similar(row, this::has, similar);
            for (int i = 0; i < dimensions; i++) {
                page[at + i] = (n > 0 ? LITTLE : 1) * noise * Hash.symmetric(Hash.of(settings.seed(), row, i));
            }
            for (int i = 0; i < n; i++) {
                Kernels.axpy(1f / n, rows.page(similar[i]), rows.offset(similar[i]), page, at, dimensions);
            }
            page[at + dimensions + 1] = EPSILON;
            page[at + dimensions + 2] = EPSILON;
            measure(page, at);
            started.set(row);
        }
    }

    private void measure(float[] page, int at) {
        float length = (float) Math.sqrt(Kernels.squaredNorm(page, at, dimensions));
        page[at + dimensions + 3] = Math.max(SHORTEST, length);
    }

    /**
     * Takes over the vectors of another table under a projection, with their biases and accumulators.
     *
     * @param projection of the learner's tables, all alike
     * @param padding greatest coordinate beyond those of the other table. Where one of two tables has none, what they make
     *     of each other stays as it is, and can still be learned.
     */
    void adopt(Embeddings other, Projection projection, float padding) {
        for (int row = 0; dimensions != other.dimensions && other.rows.has(row); row++) {
            if (other.has(row)) {
                rows.ensure(row);
                float[] page = rows.writable(row);
                int at = rows.offset(row);
                projection.apply(other.page(row), other.offset(row), page, at);
                for (int i = other.dimensions; i < dimensions; i++) {
                    page[at + i] = padding * Hash.symmetric(Hash.of(settings.seed(), row, i));
                }
                System.arraycopy(other.page(row), other.offset(row) + other.dimensions, page, at + dimensions, 3);
                measure(page, at);
                started.set(row);
            }
        }
    }

    /** One step down along the batch's gradient; a row whose gradient is not finite is left as it is. */
    void step(Gradients gradients) {
        for (int n = 0; n < gradients.size(); n++) {
            step(gradients.row(n), gradients.sums(), gradients.offset(n));
        }
    }

    private void step(int row, float[] gradient, int from) {
        float norm = Kernels.squaredNorm(gradient, from, dimensions);
        float bias = gradient[from + dimensions];
        if (!(norm + bias * bias < Float.POSITIVE_INFINITY)) {
            refused++;
            return;
        }
        float[] page = rows.writable(row);
        int at = rows.offset(row);
        float clip = (float) settings.clip();
        if (norm > clip * clip) {
            Kernels.scale((float) (clip / Math.sqrt(norm)), gradient, from, dimensions);
            norm = clip * clip;
        }
        Kernels.axpy((float) settings.l2(), page, at, gradient, from, dimensions);
        float kept = 1 - (float) settings.forgetting();
        float rate = (float) settings.learningRate();
        float accumulated = Math.max(EPSILON, page[at + dimensions + 1] * kept + norm / dimensions);
        float ofBias = Math.max(EPSILON, page[at + dimensions + 2] * kept + bias * bias);
        page[at + dimensions + 1] = accumulated;
        page[at + dimensions + 2] = ofBias;
        Kernels.axpy(-rate / (float) Math.sqrt(accumulated), gradient, from, page, at, dimensions);
        page[at + dimensions] -= rate / (float) Math.sqrt(ofBias) * bias;
        measure(page, at);
    }

    /** How many rows' gradients were refused since the start. */
    long refused() {
        return refused;
    }

    void forget(int row) {
        if (rows.has(row)) {
            rows.clear(row);
            started.clear(row);
        }
    }
}

package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Setting;
import akin.models.memory.Vectors;
import akin.models.neighbours.Space;
import akin.models.random.Hash;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * One table of item vectors with a bias each, which an optimizer trains. A row, by an item's slot, is floats:
 *
 * <ul>
 *   <li>the vector
 *   <li>the bias
 *   <li>what the optimizer remembers, see {@link RowOptimizer}
 *   <li>the vector's Euclidean length, never zero; zero where no vector was started
 * </ul>
 */
final class Embeddings implements Space {
    private static final float SHORTEST = 1e-6f;
    private final EmbeddingSettings settings;
    private final Vectors rows;
    private final int dimensions;
    /** Of the table's own draws, so that no two tables start with the same noise. */
    private final long seed;

    private final RowOptimizer optimizer;
    private final float l2;
    private final float clip;
    /** The column of the length. */
    private final int length;

    private final FirstVectors first;
    /** Derived from the table, but much smaller: most that are asked for when an item starts among others have none. */
    private final BitSet started = new BitSet();

    private IntConsumer onMove = slot -> {};

    private long refused;

    /**
     * @param noise greatest coordinate of a vector that starts from noise
     * @param coldStart where an unseen item starts, or null: from noise
     * @param shapedBy further settings under which its bytes have their meaning
     */
    Embeddings(
            Memory memory,
            String name,
            EmbeddingSettings settings,
            float noise,
            ColdStart coldStart,
            Setting... shapedBy) {
        this.settings = settings;
        dimensions = settings.dimensions();
        seed = Hash.seed(settings.seed(), name);
        optimizer = settings.learning().optimizer(dimensions);
        l2 = (float) settings.learning().l2();
        clip = (float) settings.learning().clip();
        length = dimensions + 1 + optimizer.width();
        Setting[] shape = Arrays.copyOf(shapedBy, shapedBy.length + 2);
        shape[shapedBy.length] = settings.shapeOfVectors();
        shape[shapedBy.length + 1] = settings.learning().shapeOfRows();
        rows = memory.vectors(name, length + 1, shape);
        first = new FirstVectors(this, seed, noise, coldStart);
    }

    /** Returns where vectors start. */
    FirstVectors first() {
        return first;
    }

    @Override
    public boolean has(int slot) {
        return started.get(slot);
    }

    /** Finds the vectors that can be trained, after memory was loaded. */
    void loaded() {
        started.clear();
        for (int slot = 0; rows.has(slot); slot++) {
            started.set(slot, rows.get(slot, length) != 0);
        }
    }

    @Override
    public float[] page(int slot) {
        return rows.page(slot);
    }

    @Override
    public int offset(int slot) {
        return rows.offset(slot);
    }

    float bias(int slot) {
        return rows.get(slot, dimensions);
    }

    @Override
    public float norm(int slot) {
        float length = length(slot);
        return length > SHORTEST && length < Float.POSITIVE_INFINITY ? length : Float.NaN;
    }

    /** The vector's Euclidean length, never zero. */
    float length(int slot) {
        return rows.get(slot, length);
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

    /** Makes sure that the vector at a slot can be trained. */
    void start(int slot) {
        rows.ensure(slot);
        if (!has(slot)) {
            float[] page = rows.writable(slot);
            int at = rows.offset(slot);
            first.write(slot, page, at);
            optimizer.start(page, at);
            measure(page, at);
            started.set(slot);
            onMove.accept(slot);
        }
    }

    /** Lets the vector at a slot start anew. */
    void startOver(int slot) {
        started.clear(slot);
        start(slot);
    }

    /** Moves a vector a share of the way to where it would be if it had a direction, which is of length one. */
    void turn(int slot, float[] direction, float share) {
        float[] page = rows.writable(slot);
        int at = rows.offset(slot);
        float length = length(slot);
        Kernels.scale(1 - share, page, at, dimensions);
        Kernels.axpy(share * length, direction, 0, page, at, dimensions);
        measure(page, at);
        onMove.accept(slot);
    }

    private void measure(float[] page, int at) {
        float norm = (float) Math.sqrt(Kernels.squaredNorm(page, at, dimensions));
        page[at + length] = Math.max(SHORTEST, norm);
    }

    /** Tells the slot of each vector that has changed, come or gone from now on; not what is loaded. */
    void onMove(IntConsumer listener) {
        onMove = listener;
    }

    /**
     * Takes over the vectors of another table under a projection, with their biases, and what its optimizer remembers if
     * it is of the same kind. A table of the same shape was taken over with the memory.
     *
     * @param projection of the learner's tables, all alike
     * @param padding greatest coordinate beyond those of the other table. Where one of two tables has none, what they make
     *     of each other stays as it is, and can still be learned.
     */
    void adopt(Embeddings other, Projection projection, float padding) {
        boolean isSame = rows.width() == other.rows.width() && dimensions == other.dimensions;
        for (int slot = 0; !isSame && other.rows.has(slot); slot++) {
            if (other.has(slot)) {
                adopt(other, slot, projection, padding);
            }
        }
    }

    private void adopt(Embeddings other, int slot, Projection projection, float padding) {
        rows.ensure(slot);
        float[] page = rows.writable(slot);
        int at = rows.offset(slot);
        float[] otherPage = other.page(slot);
        int otherAt = other.offset(slot);
        projection.apply(otherPage, otherAt, page, at);
        for (int i = other.dimensions; i < dimensions; i++) {
            page[at + i] = padding * Hash.symmetric(Hash.of(seed, slot, i));
        }
        page[at + dimensions] = other.bias(slot);
        if (optimizer.getClass() == other.optimizer.getClass()) {
            optimizer.adopt(otherPage, otherAt, other.dimensions, projection, page, at);
        } else {
            optimizer.start(page, at);
        }
        measure(page, at);
        started.set(slot);
        onMove.accept(slot);
    }

    /** One step down along the batch's gradient; a vector whose gradient is not finite is left as it is. */
    void step(Gradients gradients) {
        for (int n = 0; n < gradients.size(); n++) {
            step(gradients.slot(n), gradients.sums(), gradients.offset(n));
        }
    }

    private void step(int slot, float[] gradient, int from) {
        float norm = Kernels.squaredNorm(gradient, from, dimensions);
        float bias = gradient[from + dimensions];
        if (!(norm + bias * bias < Float.POSITIVE_INFINITY)) {
            refused++;
            return;
        }
        float[] page = rows.writable(slot);
        int at = rows.offset(slot);
        if (norm > clip * clip) {
            Kernels.scale((float) (clip / Math.sqrt(norm)), gradient, from, dimensions);
            norm = clip * clip;
        }
        Kernels.axpy(l2, page, at, gradient, from, dimensions);
        optimizer.step(gradient, from, norm, page, at);
        measure(page, at);
        onMove.accept(slot);
    }

    /** How many gradients were refused since the start. */
    long refused() {
        return refused;
    }

    void forget(int slot) {
        if (rows.has(slot)) {
            rows.clear(slot);
            started.clear(slot);
            onMove.accept(slot);
        }
    }
}

package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Arrays;

/**
 * Foretells the direction of an item's vector from its content: the mean of a vector per learned term,
 * {@code p = Σ_t w_t / m}, learned by the error at visited items, {@code w_t += rate · (v / |v| - p)}.
 * [Widrow and Hoff, 1960]
 *
 * <ul>
 *   <li>{@code foretold.NAME}, floats: per term its vector
 * </ul>
 */
final class ForetoldVectors {
    private final ItemContent content;
    private final Vectors terms;
    private final int dimensions;
    private final float rate;
    private final float[] error;

    ForetoldVectors(Memory memory, String name, EmbeddingSettings settings, ItemContent content, double rate) {
        this.content = content;
        dimensions = settings.dimensions();
        terms = memory.vectors("foretold." + name, dimensions, settings.shapeOfVectors());
        this.rate = (float) rate;
        error = new float[dimensions];
    }

    /**
     * Adds a multiple of the vector that the content of an item foretells.
     *
     * @return false when nothing of it was learned yet
     */
    boolean add(int row, float times, float[] into, int at) {
        int n = content.count(row);
        int learned = learned(row, n);
        for (int i = 0; i < n; i++) {
            int term = content.term(row, i);
            if (isLearned(term)) {
                Kernels.axpy(times / learned, terms.page(term), terms.offset(term), into, at, dimensions);
            }
        }
        return learned > 0;
    }

    private int learned(int row, int n) {
        int learned = 0;
        for (int i = 0; i < n; i++) {
            learned += isLearned(content.term(row, i)) ? 1 : 0;
        }
        return learned;
    }

    /** Rows start as zeros, and others of a term's page may be learned already. */
    private boolean isLearned(int term) {
        for (int i = 0; terms.has(term) && i < dimensions; i++) {
            if (terms.get(term, i) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Learns from an item.
     *
     * @param length of its vector
     */
    void learn(int row, float[] vector, int at, float length) {
        int n = content.count(row);
        if (n == 0) {
            return;
        }
        Arrays.fill(error, 0);
        Kernels.axpy(1 / length, vector, at, error, 0, dimensions);
        add(row, -1, error, 0);
        if (!(Kernels.squaredNorm(error, 0, dimensions) < Float.POSITIVE_INFINITY)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            int term = content.term(row, i);
            terms.ensure(term);
            Kernels.axpy(rate, error, 0, terms.writable(term), terms.offset(term), dimensions);
        }
    }
}

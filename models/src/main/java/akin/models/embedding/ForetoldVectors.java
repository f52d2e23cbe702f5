package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.Memory;
import akin.models.memory.Vectors;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Foretells the directions of a table's vectors from the content of items: the mean of a vector per learned term,
 * {@code p = Σ_t w_t / m}, learned by the error at visited items, {@code w_t += rate · (v / |v| - p)}.
 * [Widrow and Hoff, 1960]
 *
 * <ul>
 *   <li>{@code foretold.TABLE}, floats: per term its vector
 * </ul>
 */
final class ForetoldVectors {
    private final Embeddings table;
    private final Slots slots;
    private final ItemContent content;
    private final Vectors terms;
    private final int dimensions;
    private final float rate;
    private final float[] error;
    /** Derived: rows start as zeros, and the table of terms has a row for each number below a learned one. */
    private final BitSet learned = new BitSet(ItemContent.TERMS);

    ForetoldVectors(
            Memory memory,
            EmbeddingSettings settings,
            Embeddings table,
            Slots slots,
            ItemContent content,
            double rate) {
        this.table = table;
        this.slots = slots;
        this.content = content;
        dimensions = settings.dimensions();
        terms = memory.vectors("foretold." + table.rows().name(), dimensions, settings.shapeOfVectors());
        this.rate = (float) rate;
        error = new float[dimensions];
        table.first().foretell(this);
    }

    /** Finds the learned terms, after memory was loaded. */
    void loaded() {
        learned.clear();
        for (int term = 0; terms.has(term); term++) {
            learned.set(term, isLearned(terms.page(term), terms.offset(term)));
        }
    }

    /** Returns whether anything is foretold of the item of a row. */
    boolean knows(int row) {
        return learnedTerms(row) > 0;
    }

    private int learnedTerms(int row) {
        int n = 0;
        for (int i = 0; i < content.count(row); i++) {
            n += learned.get(content.term(row, i)) ? 1 : 0;
        }
        return n;
    }

    /**
     * Writes the direction that content foretells, at length one.
     *
     * @return false when nothing of it was learned yet
     */
    boolean direction(int slot, float[] into) {
        Arrays.fill(into, 0, dimensions, 0);
        add(slots.row(slot), 1, into);
        float norm = Kernels.squaredNorm(into, 0, dimensions);
        boolean known = norm > 0 && norm < Float.POSITIVE_INFINITY;
        if (known) {
            Kernels.scale((float) (1 / Math.sqrt(norm)), into, 0, dimensions);
        }
        return known;
    }

    /**
     * Adds a multiple of the vector that the content of an item foretells, which is shorter than one where terms disagree.
     *
     * @return false when nothing of it was learned yet
     */
    boolean add(int row, float times, float[] into) {
        int n = learnedTerms(row);
        for (int i = 0; n > 0 && i < content.count(row); i++) {
            int term = content.term(row, i);
            if (learned.get(term)) {
                Kernels.axpy(times / n, terms.page(term), terms.offset(term), into, 0, dimensions);
            }
        }
        return n > 0;
    }

    /** Learns from what the table knows of an item. */
    void learn(int row, int slot) {
        int n = content.count(row);
        if (n == 0 || !table.has(slot)) {
            return;
        }
        Arrays.fill(error, 0);
        Kernels.axpy(1 / table.length(slot), table.page(slot), table.offset(slot), error, 0, dimensions);
        add(row, -1, error);
        if (!(Kernels.squaredNorm(error, 0, dimensions) < Float.POSITIVE_INFINITY)) {
            return;
        }
        for (int i = 0; i < n; i++) {
            int term = content.term(row, i);
            terms.ensure(term);
            float[] page = terms.writable(term);
            int at = terms.offset(term);
            Kernels.axpy(rate, error, 0, page, at, dimensions);
            learned.set(term, isLearned(page, at));
        }
    }

    private boolean isLearned(float[] page, int at) {
        int i = 0;
        while (i < dimensions && page[at + i] == 0) {
            i++;
        }
        return i < dimensions;
    }

    /** Lets the vector of an item that nobody visited start anew from what is foretold now. */
    void foretell(int slot) {
        table.startOver(slot);
    }

    /** Blends an item's vector with what is foretold of it, which gets a share. */
    void blend(int slot, float share) {
        if (table.has(slot) && direction(slot, error)) {
            table.turn(slot, error, share);
        }
    }
}

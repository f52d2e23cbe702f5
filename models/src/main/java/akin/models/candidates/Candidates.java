package akin.models.candidates;

import java.util.Arrays;

/**
 * Candidates for one anchor, column by column, reused from ranking to ranking. Position 0 comes first where scores are
 * equal.
 */
public final class Candidates {
    private int size;
    private int[] rows;
    private float[] covisits;
    private float[] attributes;
    private long[] ranks;

    public Candidates(int capacity) {
        rows = new int[capacity];
        covisits = new float[capacity];
        attributes = new float[capacity];
        ranks = new long[capacity];
    }

    public void clear() {
        size = 0;
    }

    /** Adds an item at the end, named by no source yet, and gives its position. */
    public int add(int row, float covisit, float attribute) {
        if (size == rows.length) {
            grow();
        }
        rows[size] = row;
        covisits[size] = covisit;
        attributes[size] = attribute;
        ranks[size] = 0;
        return size++;
    }

    private void grow() {
        int capacity = size + (size >> 1) + 16;
        rows = Arrays.copyOf(rows, capacity);
        covisits = Arrays.copyOf(covisits, capacity);
        attributes = Arrays.copyOf(attributes, capacity);
        ranks = Arrays.copyOf(ranks, capacity);
    }

    public int size() {
        return size;
    }

    /** The item's row. */
    public int row(int position) {
        return rows[position];
    }

    /** Replaces {@code |Ua ∩ Ui|} of a candidate. */
    public void setCovisits(int position, float covisit) {
        covisits[position] = covisit;
    }

    /** {@code |Ua ∩ Ui|} with the anchor. */
    public float covisits(int position) {
        return covisits[position];
    }

    /** Fsim with the anchor. */
    public float attributes(int position) {
        return attributes[position];
    }

    /** The candidate's rank in each source. */
    public SourceRanks ranks(int position) {
        return new SourceRanks(ranks[position]);
    }

    void setRank(Source source, int position, int rank) {
        ranks[position] = SourceRanks.with(ranks[position], source, rank);
    }

    /** The position of an item, or -1. */
    public int position(int row) {
        for (int position = 0; position < size; position++) {
            if (rows[position] == row) {
                return position;
            }
        }
        return -1;
    }
}

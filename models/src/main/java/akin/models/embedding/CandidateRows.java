package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.ranking.Candidates;

/** The candidates that have a vector in a table, and the products of their vectors with another one. */
final class CandidateRows {
    private int size;
    private int[] positions = new int[0];
    private int[] slots = new int[0];
    private float[][] pages = new float[0][];
    private int[] offsets = new int[0];
    private float[] products = new float[0];

    /** Finds them all first, so that memory answers to many requests at a time. */
    void multiply(float[] vector, int at, Candidates candidates, Slots slotOf, Embeddings table) {
        makeRoom(candidates.size());
        size = 0;
        for (int i = 0; i < candidates.size(); i++) {
            int slot = slotOf.of(candidates.row(i));
            if (table.has(slot)) {
                positions[size] = i;
                slots[size] = slot;
                pages[size] = table.page(slot);
                offsets[size++] = table.offset(slot);
            }
        }
        Kernels.dots(vector, at, pages, offsets, size, table.dimensions(), products);
    }

    private void makeRoom(int candidates) {
        if (positions.length < candidates) {
            positions = new int[candidates];
            slots = new int[candidates];
            pages = new float[candidates][];
            offsets = new int[candidates];
            products = new float[candidates];
        }
    }

    /** Returns how many candidates have a vector. */
    int size() {
        return size;
    }

    /** Returns the position of the {@code n}-th among all candidates. */
    int position(int n) {
        return positions[n];
    }

    int slot(int n) {
        return slots[n];
    }

    float product(int n) {
        return products[n];
    }
}

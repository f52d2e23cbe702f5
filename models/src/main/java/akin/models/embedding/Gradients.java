package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.memory.RowPositions;
import java.util.Arrays;

/**
 * The gradient of a batch by the vectors and biases of one table that it touches. Each slot that is touched has a place, from
 * 0 on, where the vector's part lies and the bias's behind it.
 */
final class Gradients {
    private static final int MOST_SLOTS = 1 << 16;

    private final int dimensions;
    private final RowPositions places = new RowPositions();
    private int[] slots = new int[256];
    private float[] sums;
    private int size;

    Gradients(int dimensions) {
        this.dimensions = dimensions;
        sums = new float[slots.length * (dimensions + 1)];
    }

    void clear() {
        places.clear();
        size = 0;
    }

    /** Adds the gradient of a logit {@code x v + b} by its derivative: to the vector at a place, and to its bias. */
    void addByLogit(int place, float derivative, float[] x, int xOffset) {
        Kernels.axpy(derivative, x, xOffset, sums, offset(place), dimensions);
        sums[offset(place) + dimensions] += derivative;
    }

    /** Adds to the gradients of the vector and the bias at a place. */
    void add(int place, float[] byVector, float byBias) {
        Kernels.axpy(1, byVector, 0, sums, offset(place), dimensions);
        sums[offset(place) + dimensions] += byBias;
    }

    /** Adds {@code alpha x} to the gradient of a slot's vector. */
    void addVector(int slot, float alpha, float[] x, int xOffset) {
        int place = place(slot);
        Kernels.axpy(alpha, x, xOffset, sums, offset(place), dimensions);
    }

    /** Adds to the gradient of a slot's bias. */
    void addBias(int slot, float derivative) {
        int place = place(slot);
        sums[offset(place) + dimensions] += derivative;
    }

    private int place(int slot) {
        int place = find(slot);
        return place >= 0 ? place : append(slot);
    }

    /** Returns the place of a slot, or -1. */
    int find(int slot) {
        return places.get(slot);
    }

    /** Gives another slot the next place and returns it; {@link #sums} may be another array then. */
    int append(int slot) {
        if (size == slots.length) {
            if (size == MOST_SLOTS) {
                throw new IllegalStateException("a batch touches more than " + MOST_SLOTS + " items");
            }
            slots = Arrays.copyOf(slots, 2 * size);
            sums = Arrays.copyOf(sums, slots.length * (dimensions + 1));
        }
        places.put(slot, size);
        slots[size] = slot;
        Arrays.fill(sums, offset(size), offset(size + 1), 0);
        return size++;
    }

    int size() {
        return size;
    }

    /** Returns the slot at a place. */
    int slot(int place) {
        return slots[place];
    }

    /** Holds the gradients, each from {@link #offset} on. */
    float[] sums() {
        return sums;
    }

    int offset(int place) {
        return place * (dimensions + 1);
    }
}

package akin.models.embedding;

import akin.models.kernel.Matrix;

/**
 * What a batch touches of a table, each slot with a place: vectors and biases as they were at its start, side by side so
 * that they stay in cache, and the gradients by them.
 */
final class BatchRows {
    private final Embeddings table;
    private final Gradients gradients;
    private final Matrix vectors = new Matrix();

    BatchRows(Embeddings table) {
        this.table = table;
        gradients = new Gradients(table.dimensions());
    }

    void clear(int mostSlots) {
        gradients.clear();
        vectors.resize(mostSlots, table.dimensions() + 1);
    }

    /** Returns the place of a slot, and makes sure that its vector can be trained. */
    int take(int slot) {
        int place = gradients.find(slot);
        if (place < 0) {
            table.start(slot);
            place = gradients.append(slot);
            System.arraycopy(
                    table.page(slot), table.offset(slot), vectors.values(), vectors.offset(place), vectors.columns());
        }
        return place;
    }

    int slot(int place) {
        return gradients.slot(place);
    }

    /** Holds the vectors, from {@link #offset} on. */
    float[] vectors() {
        return vectors.values();
    }

    int offset(int place) {
        return vectors.offset(place);
    }

    float bias(int place) {
        return vectors.values()[vectors.offset(place) + table.dimensions()];
    }

    Gradients gradients() {
        return gradients;
    }

    /** One step down. */
    void step() {
        table.step(gradients);
    }
}

package akin.models.embedding;

import akin.models.kernel.Matrix;

/**
 * The rows of a table that a batch touches, each with a place: their vectors and biases as they were at its start, side by
 * side so that they stay in cache, and the gradients by them.
 */
final class BatchRows {
    private final Embeddings table;
    private final Gradients gradients;
    private final Matrix vectors = new Matrix();

    BatchRows(Embeddings table) {
        this.table = table;
        gradients = new Gradients(table.dimensions());
    }

    void clear(int mostRows) {
        gradients.clear();
        vectors.resize(mostRows, table.dimensions() + 1);
    }

    /** The place of a row; makes sure that it can be trained. */
    int take(int row) {
        int place = gradients.find(row);
        if (place < 0) {
            table.start(row);
            place = gradients.append(row);
            System.arraycopy(
                    table.page(row), table.offset(row), vectors.values(), vectors.offset(place), vectors.columns());
        }
        return place;
    }

    int row(int place) {
        return gradients.row(place);
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

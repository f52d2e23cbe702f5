package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;

/** A batch's negatives at length one, and the gradient by them. */
final class UnitNegatives {
    private final Matrix vectors = new Matrix();
    private final Matrix transposed = new Matrix();
    private final Matrix gradients = new Matrix();
    private Negatives negatives;
    private Embeddings table;

    /** Takes the vectors as they are now. */
    void take(Negatives drawn, Embeddings from) {
        negatives = drawn;
        table = from;
        int n = drawn.size();
        int dimensions = from.dimensions();
        vectors.resize(n, dimensions);
        transposed.resize(dimensions, n);
        for (int k = 0; k < n; k++) {
            table.start(drawn.slot(k));
            take(k, drawn.slot(k));
        }
    }

    private void take(int k, int slot) {
        float[] page = table.page(slot);
        int from = table.offset(slot);
        float length = table.length(slot);
        int at = vectors.offset(k);
        for (int i = 0; i < vectors.columns(); i++) {
            float coordinate = page[from + i] / length;
            vectors.values()[at + i] = coordinate;
            transposed.values()[transposed.offset(i) + k] = coordinate;
        }
    }

    int size() {
        return negatives.size();
    }

    int slot(int k) {
        return negatives.slot(k);
    }

    float logQ(int k) {
        return negatives.drawnLogQ(k);
    }

    /** A row per user: its product with each negative. */
    void products(Matrix users, Matrix into) {
        into.product(users, transposed);
    }

    /**
     * Takes the loss's derivatives by all products.
     *
     * @param userGradients becomes the gradient by the users
     */
    void differentiate(Matrix derivatives, Matrix users, Matrix userGradients) {
        userGradients.product(derivatives, vectors);
        gradients.transposedProduct(derivatives, users);
    }

    /** Adds the gradients by the vectors as they are in the table up by row; this spends them. */
    void addTo(Gradients sums) {
        float[] ofUnit = gradients.values();
        int dimensions = vectors.columns();
        for (int k = 0; k < size(); k++) {
            int at = vectors.offset(k);
            float along = Kernels.dot(ofUnit, at, vectors.values(), at, dimensions);
            Kernels.axpy(-along, vectors.values(), at, ofUnit, at, dimensions);
            sums.addVector(slot(k), 1 / table.length(slot(k)), ofUnit, at);
        }
    }
}

package akin.models.embedding;

import akin.models.kernel.Kernels;
import akin.models.kernel.Matrix;
import java.util.Arrays;

/** Negatives at length one, which all users of a batch meet, and the gradient by them. */
final class UnitNegatives extends BatchNegatives {
    private final Matrix transposed = new Matrix();
    private final Matrix gradients = new Matrix();
    private Embeddings table;
    private boolean[] finite = new boolean[0];

    /** Takes the vectors as they are now. */
    void take(Negatives drawn, Embeddings from) {
        take(drawn, from.dimensions());
        table = from;
        finite = finite.length < size() ? new boolean[size()] : finite;
        for (int k = 0; k < size(); k++) {
            table.start(slot(k));
            take(k, slot(k));
        }
        transposed.transpose(vectors);
    }

    private void take(int k, int slot) {
        float[] page = table.page(slot);
        int from = table.offset(slot);
        float length = table.length(slot);
        int at = vectors.offset(k);
        for (int i = 0; i < vectors.columns(); i++) {
            vectors.values()[at + i] = page[from + i] / length;
        }
        finite[k] = Kernels.squaredNorm(vectors.values(), at, vectors.columns()) < Float.POSITIVE_INFINITY;
        if (!finite[k]) {
            Arrays.fill(vectors.values(), at, at + vectors.columns(), 0);
        }
    }

    /** Returns whether the {@code k}-th has a finite vector; one that has none is met by nobody. */
    boolean isFinite(int k) {
        return finite[k];
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

    /** Adds the gradients by the vectors as they are in the table up by slot; this spends them. */
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

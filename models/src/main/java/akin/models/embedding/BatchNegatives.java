package akin.models.embedding;

import akin.models.kernel.Matrix;

/** The vectors of a batch's negatives side by side, as they are when the batch is learned. */
abstract class BatchNegatives {
    /** A row per negative. */
    final Matrix vectors = new Matrix();

    private Negatives drawn;

    /** Makes room for the vectors of those drawn. */
    final void take(Negatives drawn, int dimensions) {
        this.drawn = drawn;
        vectors.resize(drawn.size(), dimensions);
    }

    final int size() {
        return drawn.size();
    }

    /** Returns the slot of the {@code k}-th. */
    final int slot(int k) {
        return drawn.slot(k);
    }
}

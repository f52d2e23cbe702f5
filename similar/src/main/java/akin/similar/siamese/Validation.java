package akin.similar.siamese;

import akin.models.kernel.Matrix;

/** Says how good embeddings are, on data that is neither learned nor tested: when to stop, and what to choose. */
public interface Validation {
    /** Returns the products that are needed, which may repeat. */
    int[] rows();

    /**
     * Measures a net by the vectors of {@link #rows}, in their order.
     *
     * @return what is to be high, then anything else that is worth a curve
     */
    double[] measure(Matrix embedded);

    /** Measures embeddings of all products; returns what is to be high. */
    double measure(Embeddings embeddings);
}

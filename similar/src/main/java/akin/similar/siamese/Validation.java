package akin.similar.siamese;

import akin.models.kernel.Matrix;
import java.util.stream.DoubleStream;

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

    /**
     * Measures embeddings of all products by what is to be high, for each of what is validated on: the same in the same order for
     * all embeddings.
     */
    double[] parts(Embeddings embeddings);

    /** Measures embeddings of all products; returns what is to be high, the mean of its parts. */
    default double measure(Embeddings embeddings) {
        return DoubleStream.of(parts(embeddings)).average().orElse(0);
    }
}

package akin.similar.feature;

import akin.similar.catalogue.Product;
import java.io.IOException;

/**
 * Makes a vector of one input of a product, such as its title. The vector is a function of the content and of what the
 * version names, and of nothing else: the embedding cache keeps it by these. Used by one thread at a time.
 */
public interface Extractor extends AutoCloseable {
    /** Names it in configuration, caches and figures, such as {@code title}. */
    String id();

    /** Changes when the vector of a content does: names the network, its preprocessing, what was counted or learned. */
    String version();

    /** Floats per vector. */
    int dimensions();

    /**
     * Reads what the vector is made of, such as the bytes of the title.
     *
     * @return null when the product lacks it
     */
    byte[] content(Product product) throws IOException;

    /**
     * Makes the vector of a content; not normalised.
     *
     * @return null when the content says nothing, such as a picture that can't be read
     */
    float[] extract(byte[] content) throws IOException;

    /** Whether vectors are worth keeping: not where making one is as fast as looking it up. */
    default boolean isCached() {
        return true;
    }

    @Override
    default void close() {}
}

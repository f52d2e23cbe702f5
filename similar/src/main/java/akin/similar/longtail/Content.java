package akin.similar.longtail;

import akin.models.kernel.Matrix;
import akin.models.longtail.ContentNetwork;

/**
 * What is known of items without any visit: their terms, and vectors of their titles where there is a network for these.
 *
 * @param pieces words, pairs of words and pieces of words
 * @param words the same without pieces
 * @param vectors of length one; null where there is no network
 */
record Content(Terms pieces, Terms words, Matrix vectors) {
    /** Returns how many numbers the input of a network has. */
    int width(int hashed) {
        return hashed + (vectors == null ? 0 : vectors.columns());
    }

    /** Returns the input of a network: terms over so many columns, then the vector. */
    ContentNetwork.Content input(int hashed) {
        return (item, into, row) -> {
            pieces.hash(item, into, row, hashed);
            if (vectors != null) {
                int at = into.offset(row) + hashed;
                System.arraycopy(vectors.values(), vectors.offset(item), into.values(), at, vectors.columns());
            }
        };
    }
}

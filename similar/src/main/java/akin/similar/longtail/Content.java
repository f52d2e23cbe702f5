package akin.similar.longtail;

import akin.models.longtail.ContentNetwork;

/**
 * What is known of items without any visit: their terms.
 *
 * @param pieces words, pairs of words and pieces of words
 * @param words the same without pieces
 */
record Content(Terms pieces, Terms words) {
    /** Returns the input of a network: terms over so many columns. */
    ContentNetwork.Content input(int hashed) {
        return (item, into, row) -> pieces.hash(item, into, row, hashed);
    }
}

package akin.similar.pairs;

/**
 * Two products and whether they are similar.
 *
 * @param left row of the one
 * @param right row of the other
 */
public record Pair(int left, int right, boolean isSimilar) {}

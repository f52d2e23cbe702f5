package akin.similar.pairs;

/**
 * Two products and whether they are similar.
 *
 * @param left row of the one
 * @param right row of the other
 */
public record Pair(int left, int right, boolean isSimilar) {
    /** Returns what this pair and the one the other way round have in common. */
    public long key() {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }
}

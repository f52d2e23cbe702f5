package akin.models.rerank;

/** Counts pairs of items. */
@FunctionalInterface
public interface PairCounts {
    /**
     * Writes how often each of some items came with another one, or after it.
     *
     * @param before the row of that one
     * @param refs references to the items, the first {@code n}
     */
    void counts(int before, int[] refs, int n, float[] into);
}

package akin.models.rerank;

/** Counts pairs of items. */
@FunctionalInterface
public interface PairCounts {
    /** Returns how often an item came with another one, or after it; both by their rows. */
    float count(int before, int row);
}

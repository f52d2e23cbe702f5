package akin.tools.export;

/**
 * How many users (or sessions) visited two items.
 *
 * @param count both, by weight when visits fade
 * @param itemTotal the one
 * @param neighbourTotal the other
 * @param error by how much the count may be above the truth, 0 unless neighbours were pruned
 */
public record CovisitRow(
        int shard,
        String itemId,
        String neighbourId,
        double count,
        double itemTotal,
        double neighbourTotal,
        double jaccard,
        float error) {}

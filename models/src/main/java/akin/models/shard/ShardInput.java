package akin.models.shard;

import java.util.Comparator;

/**
 * What a shard takes in. Within a shard, everything that is learned is learned in {@link #ORDER}: event time, then
 * catalogue before requests before visits before enhancements, then user (or item) and the sequence number within it. The order is total,
 * so a model does not depend on how its input was transported.
 */
public sealed interface ShardInput permits Enhancement, ItemUpdate, RankRequest, Visit {
    Comparator<ShardInput> ORDER = ShardInput::compare;

    private static int compare(ShardInput left, ShardInput right) {
        int byTime = Long.compare(left.timestamp(), right.timestamp());
        int byRank = byTime != 0 ? byTime : Integer.compare(left.rank(), right.rank());
        int byOwner = byRank != 0 ? byRank : left.owner().compareTo(right.owner());
        return byOwner != 0 ? byOwner : Long.compare(left.sequence(), right.sequence());
    }

    /** The shard's number. */
    int shard();

    /** Event time, epoch milliseconds. */
    long timestamp();

    /** Place among inputs of the same instant: 0 catalogue, 1 request, 2 visit, 3 enhancement. */
    int rank();

    /** The user (or the item of a catalogue change) whose {@link #sequence} counts. */
    String owner();

    /** True when it tells of the user; a catalogue change tells of none. */
    default boolean isOf(String userId) {
        return !(this instanceof ItemUpdate) && owner().equals(userId);
    }

    /** Number of this input among its owner's. */
    long sequence();
}

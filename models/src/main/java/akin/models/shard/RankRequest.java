package akin.models.shard;

import akin.models.ranking.Assignment;
import java.util.List;

/**
 * A ranking that is wanted now.
 *
 * @param session the key of the shopper's running session
 * @param rankingId derived from the event that asked, so that a repeat is recognised
 * @param anchorId the item that the shopper is looking at
 * @param placement a configured placement's name
 * @param window the session's last items, newest last, the anchor included
 * @param excluded items that the placement must not show to this shopper (seen or bought), in no particular order
 * @param assignment how experiments change the ranking, or null when none does
 */
public record RankRequest(
        int shard,
        long timestamp,
        String userId,
        long sequence,
        long session,
        String rankingId,
        String anchorId,
        String placement,
        List<String> window,
        List<String> excluded,
        Assignment assignment)
        implements ShardInput {

    /** A ranking that is part of no experiment. */
    public RankRequest(
            int shard,
            long timestamp,
            String userId,
            long sequence,
            long session,
            String rankingId,
            String anchorId,
            String placement,
            List<String> window,
            List<String> excluded) {
        this(shard, timestamp, userId, sequence, session, rankingId, anchorId, placement, window, excluded, null);
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public String owner() {
        return userId;
    }
}

package akin.models.ranking;

import java.util.List;

/**
 * Similar items for one shopper at one moment.
 *
 * @param rankingId that of the event that asked, and like it unique of its user: a repeat carries the same one and
 *     overwrites
 * @param timestamp event time of the request, epoch milliseconds
 * @param modelVersion number of visits that the shard had learned
 * @param items best first
 * @param provenance the experiments that it is part of and what they made of it, or null when it is part of none
 */
public record Ranking(
        String rankingId,
        String userId,
        String anchorId,
        String placement,
        long timestamp,
        long modelVersion,
        List<RankedItem> items,
        Provenance provenance) {
    /** A ranking that is part of no experiment. */
    public Ranking(
            String rankingId,
            String userId,
            String anchorId,
            String placement,
            long timestamp,
            long modelVersion,
            List<RankedItem> items) {
        this(rankingId, userId, anchorId, placement, timestamp, modelVersion, items, null);
    }

    /** Names the ranking among those of all users. No id holds a tab. */
    public String key() {
        return userId + '\t' + rankingId;
    }
}

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
 */
public record Ranking(
        String rankingId,
        String userId,
        String anchorId,
        String placement,
        long timestamp,
        long modelVersion,
        List<RankedItem> items) {
    /** Names the ranking among those of all users. No id holds a tab. */
    public String key() {
        return userId + '\t' + rankingId;
    }
}

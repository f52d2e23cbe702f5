package akin.models.ranking;

import java.util.List;

/**
 * Similar items for one shopper at one moment.
 *
 * @param rankingId derived from the event that asked: a repeat carries the same id and overwrites
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
        List<RankedItem> items) {}

package akin.models.ranking;

import java.util.List;

/**
 * One place of a ranking.
 *
 * @param because the shopper's items that speak for it, the strongest first; empty when the ranker can't tell
 * @param ranks the item's rank in each candidate source
 */
public record RankedItem(String itemId, float score, SourceRanks ranks, List<String> because) {}
